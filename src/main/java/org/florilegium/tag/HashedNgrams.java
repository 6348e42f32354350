package org.florilegium.tag;

import java.util.Arrays;

/**
 * Hashed n-grams of a text: ids of buckets, ascending, and their values.
 *
 * <p>Every code point is lower-cased by its simple mapping; runs of white space become one space; one space stands at either
 * end. Features are all character 3-, 4- and 5-grams of that, every word and every pair of neighbouring words. A word is a
 * run of letters, digits and marks; an ideograph is a word of its own; 32 code points of a word count. A value is 1 + ln of
 * the count, over the Euclidean length of all values. {@code classifiers/training/features.py} computes the same.
 *
 * @param ids numbers of buckets, ascending, without repeats
 * @param values as many as {@code ids}
 */
public record HashedNgrams(long[] ids, float[] values) {
    /** Name of this featurizer in {@code labels.yaml}. */
    public static final String NAME = "code-point-ngrams-1";

    private static final int MAX_CODE_POINTS = 8192;
    private static final int MAX_WORD = 32;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final long CHAR_SEED = 1;
    private static final long WORD_SEED = 2;

    /** The n-grams of {@code text} in {@code 1 << bits} buckets. */
    public static HashedNgrams of(String text, int bits) {
        int[] codePoints = codePoints(text);
        int[] buckets = new int[codePoints.length * 5];
        int mask = (1 << bits) - 1;
        int n = characters(codePoints, buckets, mask);
        n = words(codePoints, buckets, n, mask);
        return weigh(buckets, n);
    }

    private static int[] codePoints(String text) {
        int[] out = new int[Math.min(text.length(), MAX_CODE_POINTS) + 2];
        out[0] = ' ';
        int n = 1;
        int read = 0;
        for (int i = 0; i < text.length() && read < MAX_CODE_POINTS; read++) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            int folded = isSpace(codePoint) ? ' ' : Character.toLowerCase(codePoint);
            if (folded != ' ' || out[n - 1] != ' ') {
                out[n++] = folded;
            }
        }
        if (out[n - 1] != ' ') {
            out[n++] = ' ';
        }
        return Arrays.copyOf(out, n);
    }

    private static int characters(int[] codePoints, int[] buckets, int mask) {
        int n = 0;
        for (int start = 0; start < codePoints.length; start++) {
            long h = CHAR_SEED;
            int end = Math.min(codePoints.length, start + 5);
            for (int i = start; i < end; i++) {
                h = (h ^ codePoints[i]) * PRIME;
                if (i - start >= 2) {
                    buckets[n++] = (int) mix(h) & mask;
                }
            }
        }
        return n;
    }

    private static int words(int[] codePoints, int[] buckets, int from, int mask) {
        int n = from;
        long before = 0;
        boolean first = true;
        int i = 0;
        while (i < codePoints.length) {
            int end = wordEnd(codePoints, i);
            if (end == i) {
                i++;
                continue;
            }
            long word = word(codePoints, i, end);
            buckets[n++] = (int) word & mask;
            if (!first) {
                buckets[n++] = (int) mix((before ^ word) * PRIME) & mask;
            }
            before = word;
            first = false;
            i = end;
        }
        return n;
    }

    private static int wordEnd(int[] codePoints, int start) {
        if (isIdeograph(codePoints[start])) {
            return start + 1;
        }
        int end = start;
        while (end < codePoints.length && isToken(codePoints[end])) {
            end++;
        }
        return end;
    }

    private static long word(int[] codePoints, int start, int end) {
        long h = WORD_SEED;
        for (int i = start; i < Math.min(end, start + MAX_WORD); i++) {
            h = (h ^ codePoints[i]) * PRIME;
        }
        return mix(h);
    }

    private static HashedNgrams weigh(int[] buckets, int n) {
        Arrays.sort(buckets, 0, n);
        long[] ids = new long[n];
        double[] weights = new double[n];
        int distinct = 0;
        double squares = 0;
        for (int i = 0; i < n; ) {
            int start = i;
            while (i < n && buckets[i] == buckets[start]) {
                i++;
            }
            double weight = 1 + Math.log(i - start);
            ids[distinct] = buckets[start];
            weights[distinct++] = weight;
            squares += weight * weight;
        }
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        float[] values = new float[distinct];
        for (int i = 0; i < distinct; i++) {
            values[i] = (float) (weights[i] / length);
        }
        return new HashedNgrams(Arrays.copyOf(ids, distinct), values);
    }

    private static boolean isSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || Character.getType(codePoint) == Character.CONTROL;
    }

    private static boolean isToken(int codePoint) {
        if (isIdeograph(codePoint)) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isIdeograph(int codePoint) {
        return (codePoint >= 0x3400 && codePoint <= 0x4DBF)
                || (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFF);
    }

    /** The finalizer of MurmurHash3, 64 bits. */
    private static long mix(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }
}
