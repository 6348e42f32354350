package org.florilegium.dedup;

import java.util.Arrays;

/** Numbers document ids from 0 in the order they come, in plain arrays: about 24 bytes an id. */
final class DocumentNumbers {
    static final int ABSENT = -1;

    private long[] high = new long[512];
    private long[] low = new long[512];
    private int[] slots = new int[1024]; // number + 1, 0 where free
    private int count;

    int count() {
        return count;
    }

    DocumentKey key(int number) {
        return new DocumentKey(high[number], low[number]);
    }

    /** The number of {@code key}, or -1. */
    int find(DocumentKey key) {
        return slots[slot(key)] - 1;
    }

    /** The number of {@code key}, a new one if it has none. */
    int number(DocumentKey key) {
        int slot = slot(key);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (count == high.length) {
            high = Arrays.copyOf(high, count * 2);
            low = Arrays.copyOf(low, count * 2);
            slots = new int[count * 4];
            for (int i = 0; i < count; i++) {
                slots[slot(key(i))] = i + 1;
            }
            slot = slot(key);
        }
        high[count] = key.high();
        low[count] = key.low();
        slots[slot] = count + 1;
        return count++;
    }

    private int slot(DocumentKey key) {
        int slot = (int) key.low() & (slots.length - 1);
        while (slots[slot] != 0 && !holds(slots[slot] - 1, key)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean holds(int number, DocumentKey key) {
        return high[number] == key.high() && low[number] == key.low();
    }
}
