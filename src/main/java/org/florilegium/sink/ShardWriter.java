package org.florilegium.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.flow.DocumentCodec;
import org.florilegium.parquet.RowWriter;
import org.florilegium.row.DocumentRows;
import org.florilegium.row.ReleaseRow;

/**
 * Writes one shard: joins the origins of further sightings, sorts, writes and hashes, then gives the file its name.
 *
 * <p>Holds the packed rows of one shard in memory, little more than their text; shards are cut by text bytes.
 */
final class ShardWriter {
    private final List<ShardRow> written = new ArrayList<>();
    private final DocumentCodec codec = new DocumentCodec();
    private final int number;

    ShardWriter(int number) {
        this.number = number;
    }

    /** Adds a packed row. */
    void add(byte[] packed) throws IOException {
        written.add(ShardRow.of(packed));
    }

    ShardEntry write(Path release, Schema schema, Map<String, String> footer) throws IOException {
        written.sort(ShardRow.ORDER);
        DocumentRows rows = new DocumentRows(schema);
        String path = String.format(Locale.ROOT, "shards/shard-%05d.parquet", number);
        Path temporary = release.resolve("shards").resolve("." + UUID.randomUUID() + ".tmp");
        RowsDigest digest = new RowsDigest();
        long copies = 0;
        long tokens = 0;
        long textBytes = 0;
        try (RowWriter writer = new RowWriter(temporary, schema, footer)) {
            for (ShardRow packed : written) {
                ReleaseRow row = packed.unpack(codec);
                GenericRecord record = rows.toRecord(row);
                writer.write(record);
                digest.add(record);
                copies += row.selection().copies();
                tokens += row.document().content().tokens();
                textBytes += (Integer) record.get("text_bytes");
            }
            RowWriter.Written file = writer.finish();
            file.moveTo(release.resolve(path));
            return new ShardEntry(
                    path,
                    written.size(),
                    copies,
                    tokens,
                    textBytes,
                    file.bytes(),
                    id(0),
                    id(written.size() - 1),
                    digest.hex(),
                    file.digest());
        }
    }

    private String id(int index) {
        return written.isEmpty() ? "" : written.get(index).id();
    }
}
