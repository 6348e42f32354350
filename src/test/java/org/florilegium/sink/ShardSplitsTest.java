package org.florilegium.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.florilegium.document.DocumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardSplitsTest {
    private record Row(String tradition, String language, String id, int bytes) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void cutsAlikeWhateverTheOrder(int seed) {
        List<Row> rows = rows(500);
        ShardCuts sorted = splits(rows).cut(10_000);
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));

        ShardCuts other = splits(shuffled).cut(10_000);

        assertThat(other.shards()).isEqualTo(sorted.shards()).isGreaterThan(3);
        assertThat(rows).allSatisfy(row -> assertThat(shardOf(other, row)).isEqualTo(shardOf(sorted, row)));
    }

    @Test
    void makesShardsOfAboutTheSameSizeInTheOrderOfTheRows() {
        List<Row> rows = rows(2_000);

        ShardCuts cuts = splits(rows).cut(20_000);

        TreeMap<Integer, Integer> bytes = new TreeMap<>();
        rows.forEach(row -> bytes.merge(shardOf(cuts, row), row.bytes(), Integer::sum));
        assertThat(bytes).hasSize(cuts.shards());
        assertThat(bytes.values()).allSatisfy(size -> assertThat(size).isBetween(15_000, 25_000));
    }

    @Test
    void hasOneShardForNothing() {
        assertThat(new ShardSplits().cut(1).shards()).isEqualTo(1);
    }

    private static int shardOf(ShardCuts cuts, Row row) {
        return cuts.shardOf(row.tradition(), row.language(), row.id());
    }

    private static ShardSplits splits(List<Row> rows) {
        ShardSplits splits = new ShardSplits();
        rows.forEach(row -> splits.add(row.tradition(), row.language(), row.id(), row.bytes()));
        return splits;
    }

    private static List<Row> rows(int count) {
        Random random = new Random(11);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Row(
                    List.of("stoic", "sikh", "unknown").get(random.nextInt(3)),
                    List.of("en", "pa").get(random.nextInt(2)),
                    DocumentId.of("text " + i),
                    50 + random.nextInt(100)));
        }
        return rows;
    }
}
