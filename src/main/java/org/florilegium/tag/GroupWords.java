package org.florilegium.tag;

import java.util.Arrays;

/**
 * The words of a text in lower case: where each stands, and how it hangs together with the one before.
 *
 * <p>A word is a run of letters, digits and marks; in scripts without spaces every code point is one.
 */
final class GroupWords {
    /** Joint over white space, one hyphen or one zero-width non-joiner. */
    static final String SPACE = " ";
    /** Joint over one apostrophe. */
    static final String APOSTROPHE = "'";
    /** Joint of code points that are words. */
    static final String NEXT = "";
    /** No joint: the words stand apart. */
    static final String APART = ".";

    private static final String APOSTROPHES = "'\u2019";
    private static final String JOINERS = "-\u2010\u2011\u200C";

    private final String text;
    private final boolean spaceless;
    private final char[] lower;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    GroupWords(String text, boolean spaceless) {
        this.text = text;
        this.spaceless = spaceless;
        this.lower = new char[text.length()];
        boolean inside = false;
        for (int i = 0; i < lower.length; ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.toChars(CodePoints.lower(codePoint), lower, i);
            boolean ofWord = spaceless || CodePoints.kind(codePoint) >= CodePoints.TOKEN;
            if (ofWord) {
                extend(i, next, inside && !spaceless);
            }
            inside = ofWord;
            i = next;
        }
    }

    private void extend(int start, int end, boolean inside) {
        if (!inside) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            starts[size++] = start;
        }
        ends[size - 1] = end;
    }

    int size() {
        return size;
    }

    /** Where word {@code k} starts in the text. */
    int start(int k) {
        return starts[k];
    }

    /** Where word {@code k} ends in the text. */
    int end(int k) {
        return ends[k];
    }

    /** Word {@code k} in lower case. */
    String word(int k) {
        return new String(lower, starts[k], ends[k] - starts[k]);
    }

    /** Whether word {@code k} starts with a letter that has another lower case. */
    boolean isCapitalized(int k) {
        return text.codePointAt(starts[k]) != Character.codePointAt(lower, starts[k]);
    }

    /** How word {@code k} hangs together with the one before. */
    String joint(int k) {
        if (k == 0) {
            return APART;
        }
        return spaceless ? NEXT : joint(ends[k - 1], starts[k]);
    }

    private String joint(int from, int to) {
        char first = text.charAt(from);
        if (to - from == 1 && APOSTROPHES.indexOf(first) >= 0) {
            return APOSTROPHE;
        }
        if (to - from == 1 && JOINERS.indexOf(first) >= 0) {
            return SPACE;
        }
        int white = first == '+' ? from + 1 : from;
        return white < to && isWhite(white, to) ? SPACE : APART;
    }

    private boolean isWhite(int from, int to) {
        for (int i = from; i < to; i++) {
            if (CodePoints.kind(text.charAt(i)) != CodePoints.SPACE) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is a word {@code k} right behind the one before, as words of a phrase stand. */
    boolean follows(int k) {
        if (k >= size) {
            return false;
        }
        String joint = joint(k);
        return joint.equals(SPACE) || joint.equals(NEXT);
    }
}
