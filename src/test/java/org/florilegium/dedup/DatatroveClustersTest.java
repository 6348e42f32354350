package org.florilegium.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.florilegium.document.DocumentId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Clusters of datatrove 0.10.1 on generated documents, as {@code src/test/python/datatrove_clusters.py} wrote them. Which
 * document of a cluster stays is another matter: there it depends on the order of the unions, here it is the lowest id.
 */
class DatatroveClustersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({"sha1, sha1", "xxhash, xxh64"})
    void findsThePartitionOfDatatrove(String theirs, String ours) throws IOException {
        List<JsonNode> rows = rows(fixture(theirs));

        List<Integer> found = clusters(rows, new DedupSpec(14, 8, 5, ours, 64, 1, "none", 0.8));

        assertThat(rows).hasSizeGreaterThan(200);
        assertThat(found)
                .isEqualTo(partition(
                        rows.stream().map(DatatroveClustersTest::cluster).toList()));
        assertThat(found.stream().distinct().count()).isBetween(rows.size() / 3L, rows.size() * 9L / 10);
    }

    @ParameterizedTest
    @CsvSource({"sha1", "xxhash"})
    void theFixtureIsWhatDatatroveSays(String hash) throws Exception {
        String python = System.getProperty("florilegium.datatrove", "target/peers/venv-datatrove/bin/python");
        assumeThat(Files.isExecutable(Path.of(python)))
                .as("no Python with datatrove at %s; name one with -Dflorilegium.datatrove", python)
                .isTrue();
        Path rows = temp.resolve("rows.jsonl");

        Process process = new ProcessBuilder(python, "src/test/python/datatrove_clusters.py", hash, rows.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("log").toFile())
                .start();

        assertThat(process.waitFor()).as(temp.resolve("log").toString()).isZero();
        assertThat(rows).hasSameTextualContentAs(fixture(hash));
    }

    private static Path fixture(String hash) {
        return Path.of("src/test/resources/dedup/datatrove_clusters_" + hash + ".jsonl");
    }

    private static List<JsonNode> rows(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private List<Integer> clusters(List<JsonNode> rows, DedupSpec spec) throws IOException {
        MinHash minHash = new MinHash(spec);
        List<String> keepers = new ArrayList<>();
        try (ClusterDuplicates joining = new ClusterDuplicates(temp, spec)) {
            for (JsonNode row : rows) {
                joining.add(id(row), minHash.bandHashes(row.path("text").textValue()), new int[0]);
            }
            try (DuplicateClusters clusters = joining.finish()) {
                rows.forEach(row -> keepers.add(clusters.keeperOf(id(row))));
            }
        }
        return partition(keepers);
    }

    private static String id(JsonNode row) {
        return DocumentId.of(row.path("text").textValue());
    }

    /** The number of its cluster; one of its own where it has none. */
    private static String cluster(JsonNode row) {
        int number = row.path("cluster").intValue();
        return number < 0 ? id(row) : String.valueOf(number);
    }

    /** Clusters numbered in the order in which they first occur. */
    private static List<Integer> partition(List<String> clusters) {
        Map<String, Integer> numbers = new HashMap<>();
        return clusters.stream()
                .map(cluster -> {
                    numbers.putIfAbsent(cluster, numbers.size());
                    return numbers.get(cluster);
                })
                .toList();
    }
}
