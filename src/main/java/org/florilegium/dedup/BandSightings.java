package org.florilegium.dedup;

/**
 * Remembers which band hashes were seen more than once, in a fixed number of bits, so that the cluster step need not hold
 * documents without a near duplicate.
 *
 * <p>Two Bloom filters, for hashes seen and for hashes seen again: together 10 bits a hash. It may call a hash repeated that
 * was seen once (about one in a hundred at the expected number of documents), never the reverse.
 */
public final class BandSightings {
    private static final int BITS_PER_HASH = 8;
    private static final int PLACES = 3;
    private static final long FEWEST_BITS = 1L << 16;
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long[] once;
    private final long[] again;

    /**
     * @param expectedDocuments about how many documents will be seen, 0 or more
     * @param bands bands of each
     */
    public BandSightings(long expectedDocuments, int bands) {
        if (expectedDocuments < 0) {
            throw new IllegalArgumentException("expected documents must be 0 or more, was " + expectedDocuments);
        }
        long bits = Math.max(FEWEST_BITS, expectedDocuments * bands * BITS_PER_HASH);
        once = new long[(int) Math.min(Integer.MAX_VALUE - 8, bits / Long.SIZE)];
        again = new long[once.length / 4];
    }

    /** Counts the bands of one document. */
    public void see(long[] bandHashes) {
        for (long hash : bandHashes) {
            if (holds(once, hash)) {
                add(again, hash);
            } else {
                add(once, hash);
            }
        }
    }

    boolean maybeRepeated(long bandHash) {
        return holds(again, bandHash);
    }

    private static boolean holds(long[] bits, long hash) {
        for (int i = 0; i < PLACES; i++) {
            long place = place(bits, hash, i);
            if ((bits[(int) (place >>> 6)] & (1L << place)) == 0) {
                return false;
            }
        }
        return true;
    }

    private static void add(long[] bits, long hash) {
        for (int i = 0; i < PLACES; i++) {
            long place = place(bits, hash, i);
            bits[(int) (place >>> 6)] |= 1L << place;
        }
    }

    /** The place of one bit: the mixed hash, scaled from 63 bits to the length of the filter. */
    private static long place(long[] bits, long hash, int i) {
        long mixed = (hash ^ (hash >>> 31)) * (STEP + 2L * i);
        mixed ^= mixed >>> 29;
        mixed *= STEP;
        return Math.multiplyHigh(mixed >>> 1, (long) bits.length * Long.SIZE * 2);
    }
}
