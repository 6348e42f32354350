package org.florilegium.dedup;

/** A map from band hashes to document numbers in plain arrays: about 20 bytes a band. */
final class BandIndex {
    private static final int ABSENT = -1;

    private long[] keys = new long[1024];
    private int[] numbers = new int[1024]; // document number + 1, 0 where free
    private int used;

    /** Stores {@code number} for {@code hash} unless there is one, which is then returned; else -1. */
    int putIfAbsent(long hash, int number) {
        int slot = slot(keys, numbers, hash);
        if (numbers[slot] != 0) {
            return numbers[slot] - 1;
        }
        keys[slot] = hash;
        numbers[slot] = number + 1;
        if (++used > keys.length / 3 * 2) {
            grow();
        }
        return ABSENT;
    }

    private static int slot(long[] keys, int[] numbers, long hash) {
        int slot = (int) hash & (keys.length - 1);
        while (numbers[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreNumbers = new int[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (numbers[i] != 0) {
                int slot = slot(moreKeys, moreNumbers, keys[i]);
                moreKeys[slot] = keys[i];
                moreNumbers[slot] = numbers[i];
            }
        }
        keys = moreKeys;
        numbers = moreNumbers;
    }
}
