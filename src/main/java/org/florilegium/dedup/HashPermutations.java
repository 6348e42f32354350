package org.florilegium.dedup;

import org.apache.commons.math3.random.MersenneTwister;

/**
 * The hash functions of a MinHash, {@code (h * a + b mod 2^64) mod (2^61 - 1)}, drawn as datatrove draws them: all of
 * {@code a}, then all of {@code b}, from NumPy's {@code RandomState(seed).randint} over 64 bits.
 */
final class HashPermutations {
    /** 2^61 - 1, a Mersenne prime. */
    static final long PRIME = (1L << 61) - 1;

    private final long[] a;
    private final long[] b;

    HashPermutations(int seed, int count) {
        MersenneTwister random = new MersenneTwister(seed);
        a = draw(random, count, 1);
        b = draw(random, count, 0);
    }

    /** Numbers from {@code low} to 2^61 - 2: as NumPy does, 61 bits at a time until they are in range. */
    private static long[] draw(MersenneTwister random, int count, int low) {
        long range = PRIME - 1 - low;
        long[] drawn = new long[count];
        for (int i = 0; i < count; i++) {
            long bits;
            do {
                long high = random.nextInt();
                long rest = random.nextInt() & 0xFFFFFFFFL;
                bits = ((high << 32) | rest) & PRIME;
            } while (bits > range);
            drawn[i] = bits + low;
        }
        return drawn;
    }

    long a(int i) {
        return a[i];
    }

    long b(int i) {
        return b[i];
    }

    /**
     * Lowers each of {@code minima} to the least value of its function at the first {@code count} hashes where that is
     * lower.
     *
     * <p>Hash by hash over all functions, without a branch, so that the compiler does eight functions at a time: a
     * difference shifted by 63 is all ones where it is negative, and nothing otherwise. No value reaches 2^62.
     */
    void lower(long[] minima, long[] hashes, int count) {
        long[] factors = a;
        long[] moves = b;
        for (int j = 0; j < count; j++) {
            long hash = hashes[j];
            for (int i = 0; i < minima.length; i++) {
                long mixed = hash * factors[i] + moves[i];
                long above = (mixed & PRIME) + (mixed >>> 61) - PRIME;
                long less = above + (PRIME & (above >> 63)) - minima[i];
                minima[i] += less & (less >> 63);
            }
        }
    }

    private static long reduce(long mixed) {
        long folded = (mixed & PRIME) + (mixed >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }

    /** As {@link #lower}, over the low 32 bits of each value. */
    void lower32(long[] minima, long[] hashes, int count) {
        for (int i = 0; i < minima.length; i++) {
            long minimum = minima[i];
            for (int j = 0; j < count; j++) {
                minimum = Math.min(minimum, reduce(hashes[j] * a[i] + b[i]) & 0xFFFFFFFFL);
            }
            minima[i] = minimum;
        }
    }
}
