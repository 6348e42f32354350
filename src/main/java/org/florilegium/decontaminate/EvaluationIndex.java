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
    /** Texts of fewer words say nothing by being found. */
    static final int SHORTEST = 8;

    private static final int MOST_SIEVE = 1 << 20;

    private final int words;
    private final java.util.TreeSet<Integer> shorter = new java.util.TreeSet<>(java.util.Comparator.reverseOrder());
    private final List<String> items = new ArrayList<>();
    private long[] keys = new long[1024];
    private int[] owners = new int[1024]; // item + 1
    /** A bit for each key and others that share it: small enough for a cache to answer most look-ups, which find nothing. */
    private long[] sieve = new long[1024];

    private int used;

    /** @param words words in a run */
    EvaluationIndex(int words) {
        this.words = words;
    }

    /**
     * A stretch of a document that an item of an evaluation set holds too.
     *
     * @param item set and item, for example {@code trivia: test.jsonl line 12}
     * @param words words in the stretch
     * @param start first code point
     * @param end code point after the last
     */
    public record Overlap(String item, int words, int start, int end) {}

    /** Adds the runs of one item; of runs that several items share, the first item added is named. */
    void add(String item, List<String> texts) {
        items.add(item);
        for (String text : texts) {
            WordHashes hashes = WordHashes.of(text);
            for (int i = 0; i + words <= hashes.count(); i++) {
                put(hashes.run(i, words), items.size());
            }
            if (hashes.count() >= SHORTEST && hashes.count() < words) {
                put(hashes.run(0, hashes.count()), items.size()); // a short text has to be found as a whole
                shorter.add(hashes.count());
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
        for (int i = 0; i < hashes.count(); i++) {
            int owner = owner(hashes, i, words);
            if (owner != 0) {
                int last = i;
                while (owner(hashes, last + 1, words) == owner) {
                    last++;
                }
                return Optional.of(overlap(owner, hashes, i, last + words));
            }
            for (int length : shorter) {
                owner = owner(hashes, i, length);
                if (owner != 0) {
                    return Optional.of(overlap(owner, hashes, i, i + length));
                }
            }
        }
        return Optional.empty();
    }

    /** Owner of the run of {@code length} words from word {@code i} on, 0 for none. */
    private int owner(WordHashes hashes, int i, int length) {
        if (i + length > hashes.count()) {
            return 0;
        }
        long key = key(hashes.run(i, length));
        if ((sieve[place(key)] & 1L << key) == 0) {
            return 0;
        }
        int slot = slot(keys, key);
        return keys[slot] == 0 ? 0 : owners[slot];
    }

    private Overlap overlap(int owner, WordHashes hashes, int from, int to) {
        return new Overlap(items.get(owner - 1), to - from, hashes.codePointStart(from), hashes.codePointEnd(to - 1));
    }

    /** A key of 0 marks a free slot, so that most look-ups touch one place in memory only. */
    private static long key(long run) {
        return run == 0 ? 1 : run;
    }

    /** The word of the sieve that holds the bit of {@code key}; which bit, its lowest six say. */
    private int place(long key) {
        return (int) (key >>> 40) & (sieve.length - 1);
    }

    private void put(long run, int owner) {
        long key = key(run);
        int slot = slot(keys, key);
        if (keys[slot] != 0) {
            return;
        }
        keys[slot] = key;
        owners[slot] = owner;
        sieve[place(key)] |= 1L << key;
        if (++used > keys.length / 3 * 2) {
            grow();
        }
    }

    private static int slot(long[] keys, long key) {
        int slot = (int) key & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreOwners = new int[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int slot = slot(moreKeys, keys[i]);
                moreKeys[slot] = keys[i];
                moreOwners[slot] = owners[i];
            }
        }
        sieve = new long[Math.max(sieve.length, Math.min(moreKeys.length / 32, MOST_SIEVE))];
        for (long key : keys) {
            sieve[place(key)] |= 1L << key;
        }
        keys = moreKeys;
        owners = moreOwners;
    }
}
