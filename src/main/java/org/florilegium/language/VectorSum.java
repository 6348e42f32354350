package org.florilegium.language;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A sum of vectors of bytes, eight lanes to a {@code long}.
 *
 * <p>Bytes are stored with 128 added, so that none is negative, and are summed in lanes of 16 bits, four to a
 * {@code long}; before a lane could overflow, the lanes are emptied into whole numbers. That takes an eighth of the
 * additions.
 */
final class VectorSum {
    /** Bytes in a packed {@code long}; the width of a vector is a multiple of it. */
    static final int LANES = 8;

    private static final long LOW_BYTES = 0x00FF_00FF_00FF_00FFL;
    private static final long SHIFT_OF_SIGN = 0x8080_8080_8080_8080L;
    private static final int MOST_IN_LANES = 256;

    private final long[] even;
    private final long[] odd;
    private final int[] sums;
    private int inLanes;
    private int count;

    VectorSum(int width) {
        even = new long[width / LANES];
        odd = new long[width / LANES];
        sums = new int[width];
    }

    /** Signed bytes as this class adds them. */
    static long[] pack(byte[] bytes) {
        long[] packed = new long[bytes.length / LANES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(packed);
        for (int i = 0; i < packed.length; i++) {
            packed[i] ^= SHIFT_OF_SIGN;
        }
        return packed;
    }

    /** Adds the vector that begins at {@code from} of {@code packed}. */
    void add(long[] packed, int from) {
        for (int i = 0; i < even.length; i++) {
            long lanes = packed[from + i];
            even[i] += lanes & LOW_BYTES;
            odd[i] += (lanes >>> 8) & LOW_BYTES;
        }
        count++;
        if (++inLanes == MOST_IN_LANES) {
            empty();
        }
    }

    /** How many vectors were added. */
    int count() {
        return count;
    }

    /** The sum divided by the square root of the count, which must not be 0. */
    float[] overRootOfCount() {
        empty();
        float scale = (float) (1 / Math.sqrt(count));
        float[] scaled = new float[sums.length];
        for (int d = 0; d < scaled.length; d++) {
            scaled[d] = sums[d] * scale;
        }
        return scaled;
    }

    private void empty() {
        for (int i = 0; i < even.length; i++) {
            for (int lane = 0; lane < LANES / 2; lane++) {
                sums[i * LANES + 2 * lane] += (int) (even[i] >>> (16 * lane) & 0xFFFF) - 128 * inLanes;
                sums[i * LANES + 2 * lane + 1] += (int) (odd[i] >>> (16 * lane) & 0xFFFF) - 128 * inLanes;
            }
            even[i] = 0;
            odd[i] = 0;
        }
        inLanes = 0;
    }
}
