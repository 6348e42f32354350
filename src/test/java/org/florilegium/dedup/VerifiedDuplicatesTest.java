package org.florilegium.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.florilegium.document.DocumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedDuplicatesTest {
    /** For texts of a sentence or two: single words, many bands of few rows, every candidate checked. */
    private static final DedupSpec SHORT_TEXTS = new DedupSpec(24, 5, 1, "xxh64", 64, 1, "jaccard", 0.8);

    private static final long[] ONE_BAND = {7};

    @TempDir
    Path temp = Path.of("");

    static boolean goldPresent() {
        return Files.isRegularFile(gold());
    }

    private static Path gold() {
        String shared = System.getenv("FLORILEGIUM_SHARED");
        return Path.of(shared == null ? "../shared" : shared, "data/gold/near_duplicate_pairs.jsonl.gz");
    }

    @Test
    @EnabledIf("goldPresent")
    void findsPairsOfVersesAsAlikeAsTheThresholdAsksOnTheHalfItWasChosenOnAndOnTheOther() throws IOException {
        int[][] counts = new int[2][3]; // by half: found and true, found alone, true alone

        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gold())), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode pair = new ObjectMapper().readTree(line);
                String text = pair.path("text").textValue();
                boolean alike = pair.path("labels").path("word_jaccard").asDouble() >= 0.8;
                boolean found = areDuplicates(text, pair.path("text_b").textValue());
                if (found || alike) {
                    counts[Math.floorMod(text.hashCode(), 2)][found && alike ? 0 : found ? 1 : 2]++;
                }
            }
        }

        assertThat(f1(counts[0])).as("development half").isGreaterThanOrEqualTo(0.97);
        assertThat(f1(counts[1])).as("held-out half").isGreaterThanOrEqualTo(0.97);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void joinsOnlyLikeTextsOfABucketInAnyOrder(int seed) throws IOException {
        Map<String, int[]> sketches = new TreeMap<>();
        for (int topic = 0; topic < 20; topic++) {
            for (int copy = 0; copy < 10; copy++) {
                sketches.put(DocumentId.of(topic + "/" + copy), sketch(topic, copy));
            }
        }
        List<String> order = new ArrayList<>(sketches.keySet());
        Collections.shuffle(order, new Random(seed));

        try (ClusterDuplicates joining = new ClusterDuplicates(temp, SHORT_TEXTS)) {
            for (String id : order) {
                joining.add(id, ONE_BAND, sketches.getOrDefault(id, new int[0]));
            }
            try (DuplicateClusters clusters = joining.finish()) {
                for (int topic = 0; topic < 20; topic++) {
                    List<String> ids = new ArrayList<>();
                    for (int copy = 0; copy < 10; copy++) {
                        ids.add(DocumentId.of(topic + "/" + copy));
                    }
                    assertThat(ids)
                            .allMatch(id -> clusters.keeperOf(id).equals(Collections.min(ids)))
                            .allMatch(id -> clusters.sizeOf(id) == 10);
                }
            }
        }
    }

    @Test
    void estimatesTheLikenessOfLongTextsFromTheirLeastHashes() {
        long[] a = new Random(3).longs(20_000).toArray();
        long[] b = a.clone();
        System.arraycopy(new Random(4).longs(2_000).toArray(), 0, b, 0, 2_000);

        double likeness = ShingleSketch.likeness(ShingleSketch.of(a), ShingleSketch.of(b));

        assertThat(likeness).isBetween(0.74, 0.90); // 18 of 22 thousand, three standard errors
    }

    private static boolean areDuplicates(String a, String b) {
        MinHash minHash = new MinHash(SHORT_TEXTS);
        long[] bandsOfA = minHash.bandHashes(a);
        long[] bandsOfB = minHash.bandHashes(b);
        boolean meet = false;
        for (int i = 0; i < Math.min(bandsOfA.length, bandsOfB.length); i++) {
            meet |= bandsOfA[i] == bandsOfB[i];
        }
        return meet && ShingleSketch.likeness(minHash.sketch(a), minHash.sketch(b)) >= SHORT_TEXTS.threshold();
    }

    private static double f1(int[] counts) {
        return 2.0 * counts[0] / (2 * counts[0] + counts[1] + counts[2]);
    }

    /** 40 hashes of a topic and one of the copy. */
    private static int[] sketch(int topic, int copy) {
        long[] hashes = new long[41];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = (topic * 1000L + (i < 40 ? i : 100 + copy)) * 0x9E3779B97F4A7C15L;
        }
        return ShingleSketch.of(hashes);
    }
}
