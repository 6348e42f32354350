package org.florilegium.dedup;

import org.apache.commons.math3.random.MersenneTwister;

/**
 * The hash functions of a MinHash, {@code (h * a + b mod 2^64) mod (2^61 - 1)}, drawn as datatrove draws them: all of
 * {@code a}, then all of {@code b}, from NumPy's {@code RandomState(seed).randint} over 64 bits.
 */
final class HashPermutations {
    /** 2^61 - 1, a Mersenne prime. */
    static final long PRIME = (1L << 61) - 1;

    private static final long SLACK = 8;

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
     * <p>Almost no value is a new minimum, so each is first tried in few operations: its low 61 bits, moved up by 8, are
     * less than the minimum moved up by 8 whenever the value may be less. For the top three bits add at most 7 to the low
     * ones, and low ones within 7 of the prime wrap around to less than 8. Only those that pass are reduced in full.
     */
    void lower(long[] minima, long[] hashes, int count) {
        for (int i = 0; i < minima.length; i++) {
            long factor = a[i];
            long moved = b[i] + SLACK;
            long minimum = minima[i];
            for (int j = 0; j < count; j++) {
                long mixed = hashes[j] * factor + moved;
                if ((mixed & PRIME) < minimum + SLACK) {
                    minimum = Math.min(minimum, reduce(mixed - SLACK));
                }
            }
            minima[i] = minimum;
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
