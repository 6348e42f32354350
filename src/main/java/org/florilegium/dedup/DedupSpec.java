package org.florilegium.dedup;

import java.io.Serializable;
import java.util.List;

/**
 * How near duplicates are found.
 *
 * @param bands bands of a signature, 1 to 64; two documents meet when one band is equal
 * @param rows hash functions in a band, 1 to 64; more rows ask for more likeness
 * @param shingle words in a shingle, 1 to 20
 * @param hash hash of a shingle: {@code xxh64} or {@code sha1}
 * @param precision bits of a signature's values: 64, or 32 with {@code sha1}
 * @param seed of the hash functions, 0 or more
 */
public record DedupSpec(int bands, int rows, int shingle, String hash, int precision, int seed)
        implements Serializable {
    static final String XXH64 = "xxh64";
    static final String SHA1 = "sha1";

    public DedupSpec {
        checkRange("bands", bands, 1, 64);
        checkRange("rows", rows, 1, 64);
        checkRange("shingle", shingle, 1, 20);
        checkRange("seed", seed, 0, Integer.MAX_VALUE);
        if (!List.of(XXH64, SHA1).contains(hash)) {
            throw new IllegalArgumentException("dedup.hash: must be xxh64 or sha1, was '" + hash + "'");
        }
        if (precision != 64 && !(precision == 32 && hash.equals(SHA1))) {
            throw new IllegalArgumentException(
                    "dedup.precision: must be 64, or 32 with hash sha1, was " + precision + " with " + hash);
        }
    }

    /** 14 bands of 8 over 5 words: texts of which three quarters agree meet with a probability of 77 %. */
    public static DedupSpec defaults() {
        return new DedupSpec(14, 8, 5, XXH64, 64, 1);
    }

    private static void checkRange(String field, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "dedup." + field + ": must be " + lowest + " to " + highest + ", was " + value);
        }
    }

    /** All that can change a signature, in one canonical string. */
    String canonical() {
        return "dedup/2 " + bands + " " + rows + " " + shingle + " " + hash + " " + precision + " " + seed;
    }
}
