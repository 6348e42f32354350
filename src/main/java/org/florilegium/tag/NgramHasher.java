package org.florilegium.tag;

/**
 * Makes the {@link HashedNgrams} of one text after another in memory of its own; for one thread.
 *
 * <p>Counts stand in a table with a place for every bucket. A bit set beside it says which places are used, so that they come
 * out in ascending order without sorting and are cleared for the next text.
 */
public final class NgramHasher {
    private static final int MAX_CODE_POINTS = 8192;
    private static final int MAX_WORD = 32;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final long CHAR_SEED = 1;
    private static final long WORD_SEED = 2;
    private static final double[] WEIGHTS = weights(4096);

    private final int mask;
    private final int[] counts;
    private final long[] used;
    private final int[] codePoints = new int[MAX_CODE_POINTS + 2];
    private final byte[] kinds = new byte[MAX_CODE_POINTS + 2];

    /** A hasher into {@code 1 << bits} buckets, {@code bits} from 8 to 24. */
    public NgramHasher(int bits) {
        this.mask = (1 << bits) - 1;
        this.counts = new int[1 << bits];
        this.used = new long[1 << (bits - 6)];
    }

    /** The n-grams of {@code text}, which is in NFC. */
    public HashedNgrams of(String text) {
        int n = read(text);
        characters(n);
        words(n);
        return weigh();
    }

    private int read(String text) {
        codePoints[0] = ' ';
        kinds[0] = CodePoints.SPACE;
        int n = 1;
        int read = 0;
        for (int i = 0; i < text.length() && read < MAX_CODE_POINTS; read++) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            byte kind = CodePoints.kind(codePoint);
            if (kind != CodePoints.SPACE) {
                int lower = CodePoints.lower(codePoint);
                codePoints[n] = lower;
                kinds[n++] = lower == codePoint ? kind : CodePoints.kind(lower);
            } else if (kinds[n - 1] != CodePoints.SPACE) {
                codePoints[n] = ' ';
                kinds[n++] = CodePoints.SPACE;
            }
        }
        if (kinds[n - 1] != CodePoints.SPACE) {
            codePoints[n] = ' ';
            kinds[n++] = CodePoints.SPACE;
        }
        return n;
    }

    private void characters(int n) {
        for (int start = 0; start + 2 < n; start++) {
            long h = (CHAR_SEED ^ codePoints[start]) * PRIME;
            h = (h ^ codePoints[start + 1]) * PRIME;
            h = (h ^ codePoints[start + 2]) * PRIME;
            count(mix(h));
            if (start + 3 < n) {
                h = (h ^ codePoints[start + 3]) * PRIME;
                count(mix(h));
            }
            if (start + 4 < n) {
                count(mix((h ^ codePoints[start + 4]) * PRIME));
            }
        }
    }

    private void words(int n) {
        long before = 0;
        boolean first = true;
        for (int i = 0; i < n; ) {
            int end = wordEnd(i, n);
            if (end == i) {
                i++;
                continue;
            }
            long word = word(i, Math.min(end, i + MAX_WORD));
            count(word);
            if (!first) {
                count(mix((before ^ word) * PRIME));
            }
            before = word;
            first = false;
            i = end;
        }
    }

    private int wordEnd(int start, int n) {
        if (kinds[start] == CodePoints.IDEOGRAPH) {
            return start + 1;
        }
        int end = start;
        while (end < n && kinds[end] == CodePoints.TOKEN) {
            end++;
        }
        return end;
    }

    private long word(int start, int end) {
        long h = WORD_SEED;
        for (int i = start; i < end; i++) {
            h = (h ^ codePoints[i]) * PRIME;
        }
        return mix(h);
    }

    private void count(long hash) {
        int bucket = (int) hash & mask;
        counts[bucket]++;
        used[bucket >> 6] |= 1L << bucket;
    }

    private HashedNgrams weigh() {
        int n = 0;
        for (long word : used) {
            n += Long.bitCount(word);
        }
        long[] ids = new long[n];
        double[] weights = new double[n];
        double squares = 0;
        int at = 0;
        for (int block = 0; block < used.length; block++) {
            for (long bits = used[block]; bits != 0; bits &= bits - 1) {
                int bucket = (block << 6) + Long.numberOfTrailingZeros(bits);
                double weight = weight(counts[bucket]);
                counts[bucket] = 0;
                ids[at] = bucket;
                weights[at++] = weight;
                squares += weight * weight;
            }
            used[block] = 0;
        }
        return new HashedNgrams(ids, ofLengthOne(weights, squares));
    }

    private static float[] ofLengthOne(double[] weights, double squares) {
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        float[] values = new float[weights.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (weights[i] / length);
        }
        return values;
    }

    private static double weight(int count) {
        return count < WEIGHTS.length ? WEIGHTS[count] : 1 + Math.log(count);
    }

    private static double[] weights(int n) {
        double[] weights = new double[n];
        for (int count = 1; count < n; count++) {
            weights[count] = 1 + Math.log(count);
        }
        return weights;
    }

    /** The finalizer of MurmurHash3, 64 bits. */
    private static long mix(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }
}
