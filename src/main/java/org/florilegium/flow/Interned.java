package org.florilegium.flow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Codes a value that mostly equals one of a few before it: these and their bytes are kept, so that equal values are coded
 * once and decoded into one object. Threads may share an instance; at worst they code a value again.
 *
 * <p>What is the same in every document is often longer than its text. Packed, it takes a fourth of the room on the way, and is
 * unpacked once.
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

    private static final int MOST = 64;

    private record Entry<T>(T value, byte[] bytes) {}

    private final Writing<T> writing;
    private final Reading<T> reading;
    private final boolean packed;
    private volatile List<Entry<T>> entries = List.of();

    /** @param packed whether bytes are compressed; they then are those of one version of zlib */
    Interned(Writing<T> writing, Reading<T> reading, boolean packed) {
        this.writing = writing;
        this.reading = reading;
        this.packed = packed;
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
        InputStream plain = new ByteArrayInputStream(bytes);
        T value =
                reading.read(DecoderFactory.get().binaryDecoder(packed ? new InflaterInputStream(plain) : plain, null));
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
        try (OutputStream out = packed ? new DeflaterOutputStream(bytes) : bytes) {
            Encoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            writing.write(value, encoder);
            encoder.flush();
        }
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
