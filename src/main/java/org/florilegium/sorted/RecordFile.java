package org.florilegium.sorted;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A temporary file of records of a few numbers each. */
public final class RecordFile {
    private static final int BUFFER = 1 << 16;

    private RecordFile() {}

    /** Writes records one after the other. */
    public static final class Writer implements Closeable {
        private final DataOutputStream out;

        public Writer(Path file) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        }

        public void write(long... numbers) throws IOException {
            for (long number : numbers) {
                out.writeLong(number);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads records one after the other; readers are in the order of the records they stand at. */
    public static final class Reader implements Closeable, Comparable<Reader> {
        private final DataInputStream in;
        private final long[] numbers;

        /** @param width numbers in a record, as they were written */
        public Reader(Path file, int width) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
            numbers = new long[width];
        }

        /** Goes to the next record; false at the end. */
        public boolean advance() throws IOException {
            try {
                numbers[0] = in.readLong();
            } catch (EOFException e) {
                return false;
            }
            for (int i = 1; i < numbers.length; i++) {
                numbers[i] = in.readLong();
            }
            return true;
        }

        /** The record that this stands at; {@link #advance} changes it. */
        public long[] numbers() {
            return numbers;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        @Override
        public int compareTo(Reader other) {
            return Arrays.compare(numbers, other.numbers);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
