package org.florilegium.sink;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The planned rows of one reservoir file, in its order, beside it as compressed JSON lines; rows that stay out are absent. */
public final class RowPlan {
    private RowPlan() {}

    /** Writes planned rows one by one. */
    public static final class Writer implements Closeable {
        private final BufferedWriter out;

        public Writer(Path file) throws IOException {
            Files.createDirectories(file.toAbsolutePath().getParent());
            out = new BufferedWriter(
                    new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8));
        }

        public void write(PlannedRow row) throws IOException {
            out.write(Json.line(row));
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads them back in order. */
    public static final class Reader implements Closeable {
        private final Path file;
        private final BufferedReader in;

        public Reader(Path file) throws IOException {
            this.file = file;
            in = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        }

        /** The next planned row, empty after the last one. */
        public Optional<PlannedRow> next() throws IOException {
            String line = in.readLine();
            return line == null ? Optional.empty() : Optional.of(Json.read(line, PlannedRow.class, file.toString()));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
