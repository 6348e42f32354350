package org.florilegium.dedup;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.openhft.hashing.LongHashFunction;
import org.apache.commons.codec.digest.DigestUtils;

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
        Tokens tokens = Tokens.of(SimplifyText.simplify(text).getBytes(StandardCharsets.UTF_8));
        if (tokens.count() < spec.shingle()) {
            return NONE;
        }
        long[] minima = new long[spec.bands() * spec.rows()];
        Arrays.fill(minima, Long.MAX_VALUE);
        boolean narrow = spec.hash().equals("sha1-32");
        for (int i = 0; i + spec.shingle() <= tokens.count(); i++) {
            int start = tokens.start(i);
            long hash = hash(tokens.bytes(), start, tokens.end(i + spec.shingle() - 1) - start);
            if (narrow) {
                permutations.lower32(minima, hash);
            } else {
                permutations.lower(minima, hash);
            }
        }
        return minima;
    }

    private long hash(byte[] bytes, int start, int length) {
        if (spec.hash().equals("xxhash64")) {
            return XXH64.hashBytes(bytes, start, length);
        }
        byte[] digest = DigestUtils.sha1(Arrays.copyOfRange(bytes, start, start + length));
        int width = spec.hash().equals("sha1-32") ? 4 : 8;
        long hash = 0;
        for (int i = width - 1; i >= 0; i--) {
            hash = (hash << 8) | (digest[i] & 0xFF);
        }
        return hash;
    }
}
