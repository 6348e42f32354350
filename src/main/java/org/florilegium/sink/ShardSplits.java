package org.florilegium.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cuts the order of a release into shards of about the same text bytes. Where the cuts fall follows from the rows alone,
 * never from workers.
 *
 * <p>Rows are added first, then the cuts are made. A row takes 12 bytes of memory. All parts of a document fall into one
 * shard.
 */
public final class ShardSplits {
    private final TreeMap<ShardCuts.Cell, Rows> cells = new TreeMap<>();

    /** Adds a row that will be written. */
    public void add(String tradition, String language, String documentId, int textBytes) {
        cells.computeIfAbsent(new ShardCuts.Cell(tradition, language), cell -> new Rows())
                .add(ShardCuts.pack(documentId), textBytes);
    }

    /**
     * Makes the cuts.
     *
     * @param shardBytes text bytes a shard should have at most, 1 or more
     */
    public ShardCuts cut(long shardBytes) {
        long total = cells.values().stream().mapToLong(Rows::total).sum();
        long shards = Math.max(1, (total + shardBytes - 1) / shardBytes);
        double share = (double) total / shards;
        long before = 0;
        List<ShardCuts.Cut> cuts = new ArrayList<>();
        for (Map.Entry<ShardCuts.Cell, Rows> cell : cells.entrySet()) {
            Rows rows = cell.getValue().sorted();
            for (int i = 0; i < rows.count; i++) {
                boolean sameDocument = i > 0 && rows.ids[i] == rows.ids[i - 1];
                if (!sameDocument && before >= share * (cuts.size() + 1) && cuts.size() + 1 < shards) {
                    cuts.add(new ShardCuts.Cut(cell.getKey(), rows.ids[i]));
                }
                before += rows.bytes[i];
            }
        }
        return new ShardCuts(cuts);
    }

    private static final class Rows {
        private long[] ids = new long[16];
        private int[] bytes = new int[16];
        private int count;

        void add(long id, int textBytes) {
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, count * 2);
                bytes = Arrays.copyOf(bytes, count * 2);
            }
            ids[count] = id;
            bytes[count++] = textBytes;
        }

        long total() {
            long sum = 0;
            for (int i = 0; i < count; i++) {
                sum += bytes[i];
            }
            return sum;
        }

        Rows sorted() {
            Integer[] order = new Integer[count];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Long.compare(ids[a], ids[b]));
            Rows rows = new Rows();
            for (Integer i : order) {
                rows.add(ids[i], bytes[i]);
            }
            return rows;
        }
    }
}
