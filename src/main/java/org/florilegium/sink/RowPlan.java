package org.florilegium.sink;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.florilegium.row.Excision;
import org.florilegium.row.Selection;

/**
 * The planned rows of one reservoir file, in its order, beside it as binary records; rows that stay out are absent. A plan is
 * read by the run that wrote it and removed by it.
 */
public final class RowPlan {
    private RowPlan() {}

    /** Writes planned rows one by one. */
    public static final class Writer implements Closeable {
        private final DataOutputStream out;

        public Writer(Path file) throws IOException {
            Files.createDirectories(file.toAbsolutePath().getParent());
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        }

        public void write(PlannedRow row) throws IOException {
            out.writeBoolean(true);
            out.writeInt(row.row());
            out.writeUTF(row.clusterId());
            out.writeInt(row.clusterSize());
            out.writeInt(row.excised().size());
            for (Excision excision : row.excised()) {
                out.writeInt(excision.start());
                out.writeInt(excision.end());
                out.writeUTF(excision.reason());
            }
            write(row.change());
            write(row.selection());
        }

        /** A changed row is rare and has much to say. */
        private void write(RowChange change) throws IOException {
            byte[] bytes = change.equals(RowChange.none())
                    ? new byte[0]
                    : Json.line(change).getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        private void write(Selection selection) throws IOException {
            out.writeUTF(selection.profile());
            out.writeUTF(selection.chargedTo());
            out.writeInt(selection.copies());
            out.writeDouble(selection.intensity());
            out.writeDouble(selection.unit());
            out.writeUTF(selection.weightsVersion());
        }

        @Override
        public void close() throws IOException {
            out.writeBoolean(false);
            out.close();
        }
    }

    /** Reads them back in order. */
    public static final class Reader implements Closeable {
        private final Path file;
        private final DataInputStream in;

        public Reader(Path file) throws IOException {
            this.file = file;
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
        }

        /** The next planned row, empty after the last one. */
        public Optional<PlannedRow> next() throws IOException {
            if (!in.readBoolean()) {
                return Optional.empty();
            }
            int row = in.readInt();
            String clusterId = in.readUTF();
            int clusterSize = in.readInt();
            List<Excision> excised = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                excised.add(new Excision(in.readInt(), in.readInt(), in.readUTF()));
            }
            return Optional.of(new PlannedRow(row, clusterId, clusterSize, excised, change(), selection()));
        }

        private RowChange change() throws IOException {
            String line = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            return line.isEmpty() ? RowChange.none() : Json.read(line, RowChange.class, file.toString());
        }

        private Selection selection() throws IOException {
            return new Selection(
                    in.readUTF(), in.readUTF(), in.readInt(), in.readDouble(), in.readDouble(), in.readUTF());
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
