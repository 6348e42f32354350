package org.florilegium.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.parquet.RowReader;
import org.florilegium.sink.ReleaseManifest;
import org.florilegium.sink.RowsDigest;
import org.florilegium.sink.ShardEntry;
import org.florilegium.sink.ShardOrder;
import org.jspecify.annotations.Nullable;

/**
 * What one shard says against its entry in the manifest.
 *
 * @param faults what was expected and what was found, without the file's name
 * @param rows rows that could be read
 */
record ShardCheck(List<String> faults, long rows) {
    private static final List<String> COLUMNS =
            List.of("id", "text", "text_bytes", "tokens", "language", "traditions", "selection");

    static ShardCheck of(Path file, ShardEntry entry, ReleaseManifest manifest) throws IOException {
        List<String> faults = new ArrayList<>();
        expect(faults, "bytes", entry.bytes(), Files.size(file));
        expect(faults, "SHA-256", entry.digest(), FileDigest.sha256(file));
        Sums sums = new Sums();
        try {
            footer(faults, RowReader.footer(file), manifest);
            sums.read(file);
        } catch (IOException | RuntimeException e) {
            faults.add("expected " + entry.rows() + " rows, found " + sums.rows + " and then: " + e.getMessage());
            return new ShardCheck(faults, sums.rows);
        }
        expect(faults, "rows", entry.rows(), sums.rows);
        expect(faults, "first id", entry.firstId(), sums.firstId);
        expect(faults, "last id", entry.lastId(), sums.lastId);
        expect(faults, "copies", entry.copies(), sums.copies);
        expect(faults, "tokens", entry.tokens(), sums.tokens);
        expect(faults, "text bytes", entry.textBytes(), sums.textBytes);
        expect(faults, "digest of rows", entry.rowsDigest(), sums.digest.hex());
        if (!sums.outOfOrder.isEmpty()) {
            faults.add("expected rows sorted by tradition, language and id, found " + sums.outOfOrder + " too late");
        }
        return new ShardCheck(faults, sums.rows);
    }

    /** Sums over the rows of a shard. */
    private static final class Sums {
        final RowsDigest digest = new RowsDigest();
        String firstId = "";
        String lastId = "";
        String outOfOrder = "";
        long rows;
        long copies;
        long tokens;
        long textBytes;

        void read(Path file) throws IOException {
            @Nullable GenericRecord before = null;
            try (RowReader reader = RowReader.open(file, COLUMNS)) {
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    add(row);
                    if (before != null && outOfOrder.isEmpty() && ShardOrder.ROWS.compare(before, row) >= 0) {
                        outOfOrder = lastId;
                    }
                    before = row;
                }
            }
        }

        private void add(GenericRecord row) {
            lastId = row.get("id").toString();
            firstId = rows == 0 ? lastId : firstId;
            rows++;
            digest.add(row);
            copies += row.get("selection") instanceof GenericRecord selection ? (Integer) selection.get("copies") : 0;
            tokens += (Integer) row.get("tokens");
            textBytes += (Integer) row.get("text_bytes");
        }
    }

    private static void footer(List<String> faults, Map<String, String> footer, ReleaseManifest manifest) {
        Map<String, String> expected = Map.of(
                "labels", String.join(",", manifest.labels()),
                "pipeline_digest", manifest.pipelineDigest(),
                "schema_version", "1",
                "seed", manifest.seed());
        expected.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            String key = "florilegium." + entry.getKey();
            expect(faults, "footer key " + key, entry.getValue(), footer.getOrDefault(key, ""));
        });
        if (!manifest.modelDigests().isEmpty() && !footer.containsKey("florilegium.model_digests")) {
            faults.add("expected footer key florilegium.model_digests, found none");
        }
    }

    private static void expect(List<String> faults, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            faults.add("expected " + what + " '" + expected + "', found '" + found + "'");
        }
    }
}
