package org.florilegium.sink;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.DocumentKey;
import org.florilegium.flow.DocumentCodec;
import org.florilegium.parquet.RowWriter;
import org.florilegium.row.DocumentRows;
import org.florilegium.row.ReleaseRow;
import org.florilegium.sorted.BytesFile;
import org.florilegium.sorted.RecordFile;
import org.florilegium.sorted.SortedRecords;

/**
 * Writes one shard: sorts, writes and hashes, then gives the file its name.
 *
 * <p>Rows wait in a temporary file: what a row needs beside its text is more than the text where documents are small, so the
 * rows of a shard cut by text bytes would not fit into memory.
 */
final class ShardWriter implements Closeable {
    private static final int WIDTH = 5; // group, both halves of the id, part, place

    private final DocumentCodec codec = new DocumentCodec();
    private final Map<ShardRow.Group, Integer> groups = new HashMap<>();
    private final Path release;
    private final int number;
    private final Path folder;
    private final Path index;
    private final BytesFile rows;
    private final RecordFile.Writer places;

    /**
     * @param release folder in which the release grows
     * @param number of the shard
     */
    ShardWriter(Path release, int number) throws IOException {
        this.release = release;
        this.number = number;
        this.folder = Files.createDirectories(release.resolve("sorting").resolve("shard-" + number));
        this.index = folder.resolve("index");
        this.rows = new BytesFile(folder.resolve("rows"));
        this.places = new RecordFile.Writer(index);
    }

    /** Adds a packed row. */
    void add(byte[] packed) throws IOException {
        ShardRow row = ShardRow.of(packed);
        int group = groups.computeIfAbsent(row.group(), next -> groups.size());
        DocumentKey key = DocumentKey.of(row.documentId());
        places.write(
                group,
                key.high() ^ Long.MIN_VALUE,
                key.low() ^ Long.MIN_VALUE,
                ShardRow.placeOfPart(row.part()),
                rows.append(packed));
    }

    ShardEntry write(Schema schema, Map<String, String> footer) throws IOException {
        String path = String.format(Locale.ROOT, "shards/shard-%05d.parquet", number);
        Path temporary = release.resolve("shards").resolve("." + UUID.randomUUID() + ".tmp");
        Written written = new Written(new DocumentRows(schema));
        try (RowWriter writer = new RowWriter(temporary, schema, footer);
                SortedRecords sorted = sorted()) {
            sorted.read(record -> written.write(
                    writer, ShardRow.of(rows.read(record[WIDTH - 1])).unpack(codec)));
            RowWriter.Written file = writer.finish();
            file.moveTo(release.resolve(path));
            return written.entry(path, file);
        }
    }

    /** The places of the rows in the order of the shard. */
    private SortedRecords sorted() throws IOException {
        places.close();
        List<ShardRow.Group> order = new ArrayList<>(groups.keySet());
        order.sort(null);
        long[] rank = new long[order.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[groups.getOrDefault(order.get(i), 0)] = i;
        }
        SortedRecords sorted = new SortedRecords(folder, "rows", WIDTH);
        try (RecordFile.Reader reader = new RecordFile.Reader(index, WIDTH)) {
            while (reader.advance()) {
                long[] record = reader.numbers();
                sorted.add(rank[(int) record[0]], record[1], record[2], record[3], record[4]);
            }
        }
        return sorted;
    }

    @Override
    public void close() throws IOException {
        places.close();
        rows.close();
        Files.deleteIfExists(index);
        Files.deleteIfExists(folder);
    }

    /** Sums up what is written. */
    private static final class Written {
        private final DocumentRows records;
        private final RowsDigest digest = new RowsDigest();
        private String first = "";
        private String last = "";
        private int rows;
        private long copies;
        private long tokens;
        private long textBytes;

        Written(DocumentRows records) {
            this.records = records;
        }

        void write(RowWriter writer, ReleaseRow row) throws IOException {
            GenericRecord record = records.toRecord(row);
            writer.write(record);
            digest.add(record);
            first = rows++ == 0 ? row.document().id() : first;
            last = row.document().id();
            copies += row.selection().copies();
            tokens += row.document().content().tokens();
            textBytes += (Integer) record.get("text_bytes");
        }

        ShardEntry entry(String path, RowWriter.Written file) {
            return new ShardEntry(
                    path, rows, copies, tokens, textBytes, file.bytes(), first, last, digest.hex(), file.digest());
        }
    }
}
