package org.florilegium.language;

import java.util.Arrays;

/**
 * The words of one text as ICU finds them, so that scripts without spaces count too.
 *
 * <p>Only what is word-like counts: letters, numbers, kana, ideographs; spaces and punctuation do not.
 */
public final class Words {
    private final int[] ends;
    private final int count;

    private Words(int[] ends, int count) {
        this.ends = ends;
        this.count = count;
    }

    /** Finds the words of {@code text}. */
    public static Words of(String text) {
        WordEnds found = new WordEnds(text);
        return new Words(found.ends(), found.count());
    }

    /** How many words {@code text} has. */
    public static int count(String text) {
        return of(text).count;
    }

    public int count() {
        return count;
    }

    /** How many words end after {@code from} and not after {@code to}; both are char offsets. */
    public int between(int from, int to) {
        return endingUpTo(to) - endingUpTo(from);
    }

    /** Char offset of the end of word number {@code index}, counted from 0. */
    public int end(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("word must be 0 to " + (count - 1) + ", was " + index);
        }
        return ends[index];
    }

    /** How many words end at or before the char offset {@code offset}. */
    public int endingUpTo(int offset) {
        int at = Arrays.binarySearch(ends, 0, count, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
