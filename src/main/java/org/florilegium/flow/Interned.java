package org.florilegium.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Codes a value that mostly equals the one before it: the last value and its bytes are kept, so that equal values are coded
 * once and decoded into one object. Threads may share an instance; at worst they code a value again.
 *
 * @param <T> what is coded; has to be immutable and to have {@code equals}
 */
final class Interned<T> {
    /** Writes a value. */
    @FunctionalInterface
    interface Writing<T> {
        void write(T value, Encoder out) throws IOException;
    }

    /** Reads a value. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Decoder in) throws IOException;
    }

    private record Entry<T>(T value, byte[] bytes) {}

    private final Writing<T> writing;
    private final Reading<T> reading;
    private volatile @Nullable Entry<T> last;

    Interned(Writing<T> writing, Reading<T> reading) {
        this.writing = writing;
        this.reading = reading;
    }

    void write(T value, Encoder out) throws IOException {
        Entry<T> entry = last;
        if (entry == null || !entry.value().equals(value)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Encoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            writing.write(value, encoder);
            encoder.flush();
            entry = new Entry<>(value, bytes.toByteArray());
            last = entry;
        }
        out.writeInt(entry.bytes().length);
        out.writeFixed(entry.bytes());
    }

    T read(Decoder in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFixed(bytes);
        Entry<T> entry = last;
        if (entry == null || !Arrays.equals(entry.bytes(), bytes)) {
            entry = new Entry<>(reading.read(DecoderFactory.get().binaryDecoder(bytes, null)), bytes);
            last = entry;
        }
        return entry.value();
    }
}
