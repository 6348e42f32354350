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
    private static final int PACKED_CHARACTERS = 12;

    private final TreeMap<Cell, Rows> cells = new TreeMap<>();
    private final List<Cut> cuts = new ArrayList<>();

    /** Adds a row that will be written. */
    public void add(String tradition, String language, String documentId, int textBytes) {
        cells.computeIfAbsent(new Cell(tradition, language), cell -> new Rows()).add(pack(documentId), textBytes);
    }

    /**
     * Makes the cuts.
     *
     * @param shardBytes text bytes a shard should have at most, 1 or more
     * @return how many shards there are, at least one
     */
    public int cut(long shardBytes) {
        long total = cells.values().stream().mapToLong(Rows::total).sum();
        long shards = Math.max(1, (total + shardBytes - 1) / shardBytes);
        double share = (double) total / shards;
        long before = 0;
        cuts.clear();
        for (Map.Entry<Cell, Rows> cell : cells.entrySet()) {
            Rows rows = cell.getValue().sorted();
            for (int i = 0; i < rows.count; i++) {
                boolean sameDocument = i > 0 && rows.ids[i] == rows.ids[i - 1];
                if (!sameDocument && before >= share * (cuts.size() + 1) && cuts.size() + 1 < shards) {
                    cuts.add(new Cut(cell.getKey(), rows.ids[i]));
                }
                before += rows.bytes[i];
            }
        }
        return cuts.size() + 1;
    }

    /** Number of the shard that a row belongs to, from 0. */
    public int shardOf(String tradition, String language, String documentId) {
        Cut row = new Cut(new Cell(tradition, language), pack(documentId));
        int low = 0;
        int high = cuts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cuts.get(middle).compareTo(row) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first characters of a base32 id, five bits each, in their order. */
    private static long pack(String documentId) {
        long packed = 0;
        for (int i = 0; i < PACKED_CHARACTERS; i++) {
            char c = i < documentId.length() ? documentId.charAt(i) : '2';
            packed = (packed << 5) | (c <= '9' ? c - '2' : c - 'a' + 6);
        }
        return packed;
    }

    private record Cell(String tradition, String language) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byTradition = tradition.compareTo(other.tradition);
            return byTradition != 0 ? byTradition : language.compareTo(other.language);
        }
    }

    /** The first row of a shard after the first shard. */
    private record Cut(Cell cell, long id) implements Comparable<Cut> {
        @Override
        public int compareTo(Cut other) {
            int byCell = cell.compareTo(other.cell);
            return byCell != 0 ? byCell : Long.compare(id, other.id);
        }
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
