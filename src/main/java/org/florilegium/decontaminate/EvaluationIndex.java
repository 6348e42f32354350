package org.florilegium.decontaminate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs of words of all evaluation sets, as 64-bit hashes with the item each was first seen in.
 *
 * <p>A document is compared in one pass; two different runs meet by chance about once in 2^64.
 */
public final class EvaluationIndex {
    private final int words;
    private final List<String> items = new ArrayList<>();
    private long[] keys = new long[1024];
    private int[] owners = new int[1024]; // item + 1, 0 where free
    private int used;

    /** @param words words in a run */
    EvaluationIndex(int words) {
        this.words = words;
    }

    /**
     * A stretch of a document that an item of an evaluation set holds too.
     *
     * @param item set and item, for example {@code trivia: test.jsonl line 12}
     * @param start first code point
     * @param end code point after the last
     */
    public record Overlap(String item, int start, int end) {}

    /** Adds the runs of one item; of runs that several items share, the first item added is named. */
    void add(String item, List<String> texts) {
        items.add(item);
        for (String text : texts) {
            WordHashes hashes = WordHashes.of(text);
            for (int i = 0; i + words <= hashes.count(); i++) {
                put(hashes.run(i, words), items.size());
            }
        }
    }

    /** Runs held. */
    int runs() {
        return used;
    }

    /** The first stretch of {@code text} that is in a set, as far as it goes on in the same item. */
    public Optional<Overlap> find(String text) {
        if (used == 0) {
            return Optional.empty();
        }
        WordHashes hashes = WordHashes.of(text);
        for (int i = 0; i + words <= hashes.count(); i++) {
            int owner = owners[slot(keys, owners, hashes.run(i, words))];
            if (owner != 0) {
                int last = i;
                while (last + 1 + words <= hashes.count()
                        && owners[slot(keys, owners, hashes.run(last + 1, words))] == owner) {
                    last++;
                }
                return Optional.of(new Overlap(
                        items.get(owner - 1), hashes.codePointStart(i), hashes.codePointEnd(last + words - 1)));
            }
        }
        return Optional.empty();
    }

    private void put(long key, int owner) {
        int slot = slot(keys, owners, key);
        if (owners[slot] != 0) {
            return;
        }
        keys[slot] = key;
        owners[slot] = owner;
        if (++used > keys.length / 3 * 2) {
            grow();
        }
    }

    private static int slot(long[] keys, int[] owners, long key) {
        int slot = (int) key & (keys.length - 1);
        while (owners[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreOwners = new int[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (owners[i] != 0) {
                int slot = slot(moreKeys, moreOwners, keys[i]);
                moreKeys[slot] = keys[i];
                moreOwners[slot] = owners[i];
            }
        }
        keys = moreKeys;
        owners = moreOwners;
    }
}
