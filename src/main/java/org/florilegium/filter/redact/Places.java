package org.florilegium.filter.redact;

import java.util.Arrays;

/** Places in a text, in ascending order, as UTF-16 offsets. */
final class Places {
    private int[] offsets = new int[16];
    private int size;

    void add(int offset) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * size);
        }
        offsets[size++] = offset;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return offsets[index];
    }
}
