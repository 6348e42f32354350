package org.florilegium.dedup;

import java.nio.charset.StandardCharsets;
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

    /** The words of {@code text}, simplified. */
    static Tokens of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length == text.length()
                ? ofAscii(bytes)
                : between(SimplifyText.simplify(text).getBytes(StandardCharsets.UTF_8));
    }

    /** The same as by way of {@link SimplifyText}, in one pass over {@code text}, which this changes. */
    private static Tokens ofAscii(byte[] text) {
        Tokens tokens = new Tokens(text);
        int i = 0;
        boolean inside = false;
        while (i < text.length) {
            byte simple = SimplifyText.ascii(text[i]);
            if (simple != ' ' && !inside) {
                tokens.begin();
            }
            inside = simple != ' ';
            if (inside) {
                text[tokens.length++] = simple;
            }
            i = simple == '0' ? numberEnd(text, i) : i + 1;
        }
        return tokens;
    }

    /** Where the number that starts at {@code start} ends: digits, and one decimal mark with more digits. */
    private static int numberEnd(byte[] text, int start) {
        int end = digitsEnd(text, start);
        if (end < text.length && (text[end] == '.' || text[end] == ',')) {
            int after = digitsEnd(text, end + 1);
            return after > end + 1 ? after : end;
        }
        return end;
    }

    private static int digitsEnd(byte[] text, int start) {
        int i = start;
        while (i < text.length && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i;
    }

    /** Words between spaces of {@code simplified}, which this changes. */
    private static Tokens between(byte[] simplified) {
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
        begin();
        System.arraycopy(bytes, start, bytes, length, end - start);
        length += end - start;
    }

    /** Begins a word where the last one ended; there is a separator to overwrite between any two. */
    private void begin() {
        if (count > 0) {
            bytes[length++] = ' ';
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = length;
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
