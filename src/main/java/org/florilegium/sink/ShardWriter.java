package org.florilegium.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.parquet.RowWriter;

/**
 * Writes one shard: joins the origins of further sightings, sorts, writes and hashes, then gives the file its name.
 *
 * <p>Holds the rows of one shard in memory; shards are cut by text bytes.
 */
final class ShardWriter {
    private final Map<String, GenericRecord> written = new TreeMap<>();
    private final Map<String, List<GenericRecord>> others = new TreeMap<>();
    private final int number;

    ShardWriter(int number) {
        this.number = number;
    }

    /** Adds a row to write, or, where it has no selection, one whose origins join the written row of the same id. */
    void add(GenericRecord row) {
        String id = row.get("id").toString();
        sortMap((GenericRecord) row.get("rules"), "measurements");
        sortMap(row, "redactions");
        if (row.get("selection") == null) {
            others.computeIfAbsent(id, key -> new ArrayList<>()).add(row);
        } else {
            written.put(id, row);
        }
    }

    ShardEntry write(Path release, Schema schema, Map<String, String> footer) throws IOException {
        others.forEach((id, rows) -> {
            GenericRecord row = written.get(id);
            if (row != null) {
                SightedOrigins.join(row, rows);
            }
        });
        List<GenericRecord> sorted = new ArrayList<>(written.values());
        sorted.sort(ShardOrder.ROWS);
        String path = String.format(Locale.ROOT, "shards/shard-%05d.parquet", number);
        Path temporary = release.resolve("shards").resolve("." + UUID.randomUUID() + ".tmp");
        RowsDigest digest = new RowsDigest();
        long copies = 0;
        long tokens = 0;
        long textBytes = 0;
        try (RowWriter writer = new RowWriter(temporary, schema, footer)) {
            for (GenericRecord row : sorted) {
                writer.write(row);
                digest.add(row);
                copies += (Integer) ((GenericRecord) row.get("selection")).get("copies");
                tokens += (Integer) row.get("tokens");
                textBytes += (Integer) row.get("text_bytes");
            }
            RowWriter.Written file = writer.finish();
            file.moveTo(release.resolve(path));
            return new ShardEntry(
                    path,
                    sorted.size(),
                    copies,
                    tokens,
                    textBytes,
                    file.bytes(),
                    id(sorted, 0),
                    id(sorted, sorted.size() - 1),
                    digest.hex(),
                    file.digest());
        }
    }

    /** Not every engine hands over a copy of a row, so the order of its maps is made the same here. */
    private static void sortMap(GenericRecord record, String name) {
        Map<String, Object> sorted = new TreeMap<>();
        ((Map<?, ?>) record.get(name)).forEach((key, value) -> sorted.put(key.toString(), value));
        record.put(name, sorted);
    }

    private static String id(List<GenericRecord> rows, int index) {
        return rows.isEmpty() ? "" : rows.get(index).get("id").toString();
    }
}
