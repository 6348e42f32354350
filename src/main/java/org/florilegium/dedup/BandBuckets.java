package org.florilegium.dedup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes bands in their order, and in each its ids from the lowest up, and pairs near duplicates; a bucket streams past and is
 * never listed.
 *
 * <p>Unchecked, the lowest id is paired with each other one. Checked, an id is paired with each leader of its bucket that is
 * as like as the threshold asks; one that is like none becomes a leader itself, up to 64. As the order is that of the ids,
 * the outcome does not depend on how they arrived. In a bucket with more than 64 different texts a pair may be missed, if it
 * shares no other band.
 */
final class BandBuckets {
    private static final int MOST_LEADERS = 64;

    private record Leader(long high, long low, int[] sketch) {}

    /** Takes two near duplicates, the lower one first. */
    @FunctionalInterface
    interface Pairs {
        void take(long high, long low, long otherHigh, long otherLow) throws IOException;
    }

    private final Candidates candidates;
    private final Pairs pairs;
    private final List<Leader> leaders = new ArrayList<>();
    private long band;

    /** What is known of candidates: nothing, or their sketches and how like they have to be. */
    interface Candidates {
        int[] sketch(long[] entry) throws IOException;

        boolean match(int[] a, int[] b);
    }

    BandBuckets(Candidates candidates, Pairs pairs) {
        this.candidates = candidates;
        this.pairs = pairs;
    }

    /** @param entry band, high and low half of an id, and the place of its sketch where there is one */
    void take(long[] entry) throws IOException {
        if (entry[0] != band) {
            leaders.clear();
            band = entry[0];
        }
        int[] sketch = candidates.sketch(entry);
        boolean matched = false;
        for (Leader leader : leaders) {
            boolean same = leader.high() == entry[1] && leader.low() == entry[2];
            if (same || candidates.match(leader.sketch(), sketch)) {
                matched = true;
                if (!same) {
                    pairs.take(leader.high(), leader.low(), entry[1], entry[2]);
                }
            }
        }
        if (!matched && leaders.size() < MOST_LEADERS) {
            leaders.add(new Leader(entry[1], entry[2], sketch));
        }
    }
}
