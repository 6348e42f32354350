package org.florilegium.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.florilegium.document.DocumentId;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterDuplicatesPropertiesTest {
    private static final int DOCUMENTS = 2_000;

    @TempDir
    Path temp = Path.of("");

    static IntStream seeds() {
        return IntStream.range(0, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheSameClustersInEveryOrder(int seed) throws IOException {
        Map<String, long[]> documents = randomDocuments(new Random(seed));
        List<String> order = new ArrayList<>(documents.keySet());
        Map<String, String> expected = keepersByFlooding(documents);

        Collections.shuffle(order, new Random(seed + 100));
        DuplicateClusters clusters = cluster(documents, order);

        Map<String, String> found = new TreeMap<>();
        order.forEach(id -> found.put(id, clusters.keeperOf(id)));
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsEachDocumentOfAClusterOnceEvenIfAddedTwice(int seed) throws IOException {
        Map<String, long[]> documents = randomDocuments(new Random(seed));
        List<String> twice = new ArrayList<>(documents.keySet());
        twice.addAll(documents.keySet());
        Map<String, String> keepers = keepersByFlooding(documents);
        Map<String, Integer> sizes = new HashMap<>();
        keepers.values().forEach(keeper -> sizes.merge(keeper, 1, Integer::sum));

        DuplicateClusters clusters = cluster(documents, twice);

        assertThat(documents.keySet())
                .allSatisfy(id -> assertThat(clusters.sizeOf(id)).isEqualTo(sizes.get(keepers.get(id))));
    }

    private DuplicateClusters cluster(Map<String, long[]> documents, List<String> order) throws IOException {
        try (ClusterDuplicates joining = new ClusterDuplicates(temp, DedupSpec.defaults())) {
            for (String id : order) {
                joining.add(id, bands(documents, id), new int[0]);
            }
            return joining.finish();
        }
    }

    private static Map<String, long[]> randomDocuments(Random random) {
        Map<String, long[]> documents = new TreeMap<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            String id = DocumentId.of(random.nextLong() + "");
            documents.put(id, new long[] {band(random), band(random), band(random)});
        }
        return documents;
    }

    private static long[] bands(Map<String, long[]> documents, String id) {
        return documents.getOrDefault(id, new long[0]);
    }

    private static long band(Random random) {
        return random.nextInt(DOCUMENTS * 4) * 0x9E3779B97F4A7C15L;
    }

    private static Map<String, String> keepersByFlooding(Map<String, long[]> documents) {
        Map<Long, TreeSet<String>> members = new HashMap<>();
        documents.forEach((id, bands) -> {
            for (long band : bands) {
                members.computeIfAbsent(band, key -> new TreeSet<>()).add(id);
            }
        });
        Map<String, String> keepers = new TreeMap<>();
        for (String id : documents.keySet()) { // in rising order, so the first to reach a document is its keeper
            List<String> open = new ArrayList<>(List.of(id));
            while (!open.isEmpty()) {
                String next = open.remove(open.size() - 1);
                if (keepers.putIfAbsent(next, id) == null) {
                    for (long band : bands(documents, next)) {
                        open.addAll(members.getOrDefault(band, new TreeSet<>()));
                    }
                }
            }
        }
        return keepers;
    }
}
