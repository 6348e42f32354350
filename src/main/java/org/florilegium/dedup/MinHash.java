package org.florilegium.dedup;

import java.util.Arrays;
import net.openhft.hashing.LongHashFunction;

/**
 * Sketches a text so that texts alike are likely to share a band: locality-sensitive hashing over runs of words, with
 * signatures equal to those of datatrove 0.10.
 *
 * <p>A text with fewer words than a shingle has no signature and is never a near duplicate. An instance may be shared
 * between threads.
 */
public final class MinHash {
    private static final LongHashFunction XXH64 = LongHashFunction.xx();
    private static final long[] NONE = {};
    private static final int BLOCK = 512; // hashes that fit beside all else in the first-level cache

    private final DedupSpec spec;
    private final HashPermutations permutations;

    public MinHash(DedupSpec spec) {
        this.spec = spec;
        this.permutations = new HashPermutations(spec.seed(), spec.bands() * spec.rows());
    }

    /** One hash for each band: XXH64 of its rows and its number. Empty where the text is too short. */
    public long[] bandHashes(String text) {
        long[] signature = signature(text);
        if (signature.length == 0) {
            return NONE;
        }
        long[] hashes = new long[spec.bands()];
        long[] rows = new long[spec.rows() + 1];
        for (int band = 0; band < hashes.length; band++) {
            System.arraycopy(signature, band * spec.rows(), rows, 0, spec.rows());
            rows[spec.rows()] = band;
            hashes[band] = XXH64.hashLongs(rows);
        }
        return hashes;
    }

    /** The least value of each hash function over all shingles, band after band. Empty where the text is too short. */
    long[] signature(String text) {
        Tokens tokens = Tokens.of(text);
        if (tokens.count() < spec.shingle()) {
            return NONE;
        }
        long[] minima = new long[spec.bands() * spec.rows()];
        Arrays.fill(minima, HashPermutations.PRIME); // above every value, and small enough to add to
        ShingleHash hash = ShingleHash.of(spec);
        long[] hashes = new long[BLOCK];
        int held = 0;
        for (int i = 0; i + spec.shingle() <= tokens.count(); i++) {
            int start = tokens.start(i);
            hashes[held++] = hash.of(tokens.bytes(), start, tokens.end(i + spec.shingle() - 1) - start);
            if (held == BLOCK) {
                lower(minima, hashes, held);
                held = 0;
            }
        }
        lower(minima, hashes, held);
        return minima;
    }

    /** The sketch of the same shingles, by their XXH64. Empty where the text is too short. */
    int[] sketch(String text) {
        Tokens tokens = Tokens.of(text);
        long[] hashes = new long[Math.max(0, tokens.count() - spec.shingle() + 1)];
        for (int i = 0; i < hashes.length; i++) {
            int start = tokens.start(i);
            hashes[i] = XXH64.hashBytes(tokens.bytes(), start, tokens.end(i + spec.shingle() - 1) - start);
        }
        return ShingleSketch.of(hashes);
    }

    private void lower(long[] minima, long[] hashes, int count) {
        if (spec.precision() == 32) {
            permutations.lower32(minima, hashes, count);
        } else {
            permutations.lower(minima, hashes, count);
        }
    }
}
