package org.florilegium.dedup;

import java.util.Arrays;

/**
 * The least 256 hashes of the shingles of a text: a sample from which the Jaccard likeness of two texts is estimated, and
 * computed exactly where both together have no more shingles.
 *
 * <p>The least hashes of a union follow from those of its parts, and each of them is as likely to be shared as any other
 * (Bar-Yossef et al., Counting Distinct Elements in a Data Stream, 2002). At a likeness of 0.8 the standard error is 0.025.
 */
final class ShingleSketch {
    static final int MOST = 256;

    private ShingleSketch() {}

    /** The sketch of all {@code hashes}: upper halves, moved so that they are in signed order, each once, the least first. */
    static int[] of(long[] hashes) {
        int[] halves = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            halves[i] = (int) (hashes[i] >>> Integer.SIZE) ^ Integer.MIN_VALUE;
        }
        Arrays.sort(halves);
        int kept = 0;
        for (int i = 0; i < halves.length && kept < MOST; i++) {
            if (kept == 0 || halves[i] != halves[kept - 1]) {
                halves[kept++] = halves[i];
            }
        }
        return Arrays.copyOf(halves, kept);
    }

    /** Shared shingles as a share of all, 0 to 1; 0 where neither has any. */
    static double likeness(int[] a, int[] b) {
        int i = 0;
        int j = 0;
        int all = 0;
        int shared = 0;
        while (all < MOST && (i < a.length || j < b.length)) {
            boolean fromA = j == b.length || (i < a.length && a[i] <= b[j]);
            boolean fromB = i == a.length || (j < b.length && b[j] <= a[i]);
            shared += fromA && fromB ? 1 : 0;
            i += fromA ? 1 : 0;
            j += fromB ? 1 : 0;
            all++;
        }
        return all == 0 ? 0 : (double) shared / all;
    }
}
