package org.florilegium.sink;

import java.io.Serializable;
import java.util.List;

/**
 * Where the order of a release is cut into shards; small enough to be sent to workers.
 *
 * @param cuts the first row of each shard after the first, in their order
 */
public record ShardCuts(List<Cut> cuts) implements Serializable {
    private static final int PACKED_CHARACTERS = 12;

    /** All rows in one shard. */
    public static final ShardCuts NONE = new ShardCuts(List.of());

    public ShardCuts {
        cuts = List.copyOf(cuts);
    }

    /** Rows that are together in the order. */
    record Cell(String tradition, String language) implements Comparable<Cell>, Serializable {
        @Override
        public int compareTo(Cell other) {
            int byTradition = tradition.compareTo(other.tradition);
            return byTradition != 0 ? byTradition : language.compareTo(other.language);
        }
    }

    /** The first row of a shard. */
    record Cut(Cell cell, long id) implements Comparable<Cut>, Serializable {
        @Override
        public int compareTo(Cut other) {
            int byCell = cell.compareTo(other.cell);
            return byCell != 0 ? byCell : Long.compare(id, other.id);
        }
    }

    /** How many shards there are, at least one. */
    public int shards() {
        return cuts.size() + 1;
    }

    /** Number of the shard that a row belongs to, from 0. */
    public int shardOf(String tradition, String language, String documentId) {
        if (cuts.isEmpty()) {
            return 0;
        }
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
    static long pack(String documentId) {
        long packed = 0;
        for (int i = 0; i < PACKED_CHARACTERS; i++) {
            char c = i < documentId.length() ? documentId.charAt(i) : '2';
            packed = (packed << 5) | (c <= '9' ? c - '2' : c - 'a' + 6);
        }
        return packed;
    }
}
