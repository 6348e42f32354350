package org.florilegium.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Codes a value that mostly equals one of a few before it: these and their bytes are kept, so that equal values are coded
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

    private static final int MOST = 16;

    private record Entry<T>(T value, byte[] bytes) {}

    private final Writing<T> writing;
    private final Reading<T> reading;
    private volatile List<Entry<T>> entries = List.of();

    Interned(Writing<T> writing, Reading<T> reading) {
        this.writing = writing;
        this.reading = reading;
    }

    void write(T value, Encoder out) throws IOException {
        byte[] bytes = bytesOf(value);
        out.writeInt(bytes.length);
        out.writeFixed(bytes);
    }

    T read(Decoder in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFixed(bytes);
        for (Entry<T> entry : entries) {
            if (Arrays.equals(entry.bytes(), bytes)) {
                return entry.value();
            }
        }
        T value = reading.read(DecoderFactory.get().binaryDecoder(bytes, null));
        keep(new Entry<>(value, bytes));
        return value;
    }

    private byte[] bytesOf(T value) throws IOException {
        List<Entry<T>> known = entries;
        for (Entry<T> entry : known) {
            if (entry.value() == value) { // values are shared, so most are found without a look into them
                return entry.bytes();
            }
        }
        for (Entry<T> entry : known) {
            if (entry.value().equals(value)) {
                return entry.bytes();
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Encoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        writing.write(value, encoder);
        encoder.flush();
        keep(new Entry<>(value, bytes.toByteArray()));
        return bytes.toByteArray();
    }

    private void keep(Entry<T> entry) {
        List<Entry<T>> next = new ArrayList<>();
        next.add(entry);
        next.addAll(entries);
        entries = List.copyOf(next.subList(0, Math.min(MOST, next.size())));
    }
}
