package org.florilegium.filter.spacy;

import java.util.Arrays;

/** Stretches of a text in order, in UTF-16 units, those of white space included; one thread at a time. */
public final class Tokens {
    private final String text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    Tokens(String text) {
        this.text = text;
    }

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

    String token(int i) {
        return text.substring(starts[i], ends[i]);
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Where token {@code i} starts. */
    public int start(int i) {
        return starts[i];
    }

    /** Where token {@code i} ends, exclusive. */
    public int end(int i) {
        return ends[i];
    }
}
