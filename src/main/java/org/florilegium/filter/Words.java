package org.florilegium.filter;

import java.util.Arrays;

/** The words of a text, as stretches of it, in order. */
final class Words {
    private static final boolean[] ASCII_SPACE = new boolean[0x80];

    static {
        ASCII_SPACE[' '] = true;
        Arrays.fill(ASCII_SPACE, 0x09, 0x0E, true);
        Arrays.fill(ASCII_SPACE, 0x1C, 0x20, true);
    }

    private final String text;
    private int count;
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    /** A text whose words are still to be added. */
    Words(String text) {
        this.text = text;
    }

    /** Words between white space: the same as Python's {@code str.split()}. */
    static Words in(String text) {
        Words words = new Words(text);
        int length = text.length();
        int start = -1;
        for (int i = 0; i < length; i++) {
            if (isSpace(text.charAt(i))) {
                if (start >= 0) {
                    words.add(start, i);
                    start = -1;
                }
            } else if (start < 0) {
                start = i;
            }
        }
        if (start >= 0) {
            words.add(start, length);
        }
        return words;
    }

    /** How many words {@link #in} finds. */
    static int count(String text) {
        int count = 0;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            boolean before = space;
            space = isSpace(text.charAt(i));
            count += before && !space ? 1 : 0;
        }
        return count;
    }

    /** Whether Python counts {@code c} as white space: no white space lies outside the basic plane. */
    static boolean isSpace(char c) {
        return c < 0x80 ? ASCII_SPACE[c] : c == 0x85 || Character.isSpaceChar(c);
    }

    /** Adds the word from {@code start} to {@code end}, in UTF-16 units. */
    void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    String text() {
        return text;
    }

    int count() {
        return count;
    }

    /** Where word {@code i} starts in the text, in UTF-16 units. */
    int start(int i) {
        return starts[i];
    }

    /** Where word {@code i} ends in the text, in UTF-16 units. */
    int end(int i) {
        return ends[i];
    }
}
