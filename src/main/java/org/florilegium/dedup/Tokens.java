package org.florilegium.dedup;

import java.util.Arrays;

/**
 * The words of a simplified text as UTF-8, joined by single spaces, so that every run of words is one stretch of bytes.
 */
final class Tokens {
    private final byte[] bytes;
    private int[] starts = new int[64];
    private int count;
    private int length;

    private Tokens(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Words between spaces of {@code simplified}, which this changes. */
    static Tokens of(byte[] simplified) {
        Tokens tokens = new Tokens(simplified);
        int i = 0;
        while (i < simplified.length) {
            if (simplified[i] == ' ') {
                i++;
                continue;
            }
            int start = i;
            while (i < simplified.length && simplified[i] != ' ') {
                i++;
            }
            tokens.add(start, i);
        }
        return tokens;
    }

    private void add(int start, int end) {
        if (count > 0) {
            bytes[length++] = ' ';
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        System.arraycopy(bytes, start, bytes, length, end - start);
        starts[count++] = length;
        length += end - start;
    }

    byte[] bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    int start(int i) {
        return starts[i];
    }

    /** Where word {@code i} ends; behind it comes one space, or nothing. */
    int end(int i) {
        return i + 1 < count ? starts[i + 1] - 1 : length;
    }
}
