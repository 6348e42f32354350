package org.florilegium.dedup;

/**
 * Remembers which band hashes were seen more than once, in a fixed number of bits, so that the cluster step need not hold
 * documents without a near duplicate.
 *
 * <p>It may call a hash repeated that was seen once (one in eight at the expected number of documents), never the reverse.
 */
public final class BandSightings {
    private static final int BITS_PER_HASH = 4;

    private final long[] once;
    private final long[] again;
    private final int shift;

    /**
     * @param expectedDocuments about how many documents will be seen, 0 or more
     * @param bands bands of each
     */
    public BandSightings(long expectedDocuments, int bands) {
        if (expectedDocuments < 0) {
            throw new IllegalArgumentException("expected documents must be 0 or more, was " + expectedDocuments);
        }
        long wanted = Math.max(1L << 16, expectedDocuments * bands * BITS_PER_HASH);
        int bits = Math.min(36, 64 - Long.numberOfLeadingZeros(wanted - 1));
        once = new long[1 << (bits - 6)];
        again = new long[1 << (bits - 6)];
        shift = 64 - bits;
    }

    /** Counts the bands of one document. */
    public void see(long[] bandHashes) {
        for (long hash : bandHashes) {
            long place = hash >>> shift;
            int word = (int) (place >>> 6);
            long bit = 1L << place;
            if ((once[word] & bit) != 0) {
                again[word] |= bit;
            } else {
                once[word] |= bit;
            }
        }
    }

    boolean maybeRepeated(long bandHash) {
        long place = bandHash >>> shift;
        return (again[(int) (place >>> 6)] & (1L << place)) != 0;
    }
}
