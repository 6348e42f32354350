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
 * @param verify {@code none}: one equal band makes a near duplicate; {@code jaccard}: only if the shingles agree as well
 * @param threshold shared shingles as a share of all those of two near duplicates, above 0 to 1; used by {@code jaccard}
 * @param paragraphs what becomes of paragraphs that stand in several places of the corpus
 * @param lines what becomes of such lines
 */
public record DedupSpec(
        int bands,
        int rows,
        int shingle,
        String hash,
        int precision,
        int seed,
        String verify,
        double threshold,
        RepeatSpec paragraphs,
        RepeatSpec lines)
        implements Serializable {
    private static final String JACCARD = "jaccard";
    static final String XXH64 = "xxh64";
    static final String SHA1 = "sha1";

    /** Words from which paragraphs are compared where a pipeline does not say. */
    public static final int PARAGRAPH_WORDS = 20;

    /** Words from which lines are compared where a pipeline does not say. */
    public static final int LINE_WORDS = 10;

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
        checkVerification(verify, threshold);
    }

    /** Without a look at paragraphs and lines. */
    public DedupSpec(
            int bands, int rows, int shingle, String hash, int precision, int seed, String verify, double threshold) {
        this(bands, rows, shingle, hash, precision, seed, verify, threshold, RepeatSpec.OFF, RepeatSpec.OFF);
    }

    private static void checkVerification(String verify, double threshold) {
        if (!List.of("none", JACCARD).contains(verify)) {
            throw new IllegalArgumentException("dedup.verify: must be none or jaccard, was '" + verify + "'");
        }
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("dedup.threshold: must be above 0 and at most 1, was " + threshold);
        }
    }

    /** 14 bands of 8 over 5 words: texts of which three quarters agree meet with a probability of 77 %. */
    public static DedupSpec defaults() {
        return new DedupSpec(14, 8, 5, XXH64, 64, 1, "none", 0.8);
    }

    /** The same with repeated paragraphs and lines. */
    public DedupSpec withRepeats(RepeatSpec ofParagraphs, RepeatSpec ofLines) {
        return new DedupSpec(bands, rows, shingle, hash, precision, seed, verify, threshold, ofParagraphs, ofLines);
    }

    /** Whether paragraphs or lines are compared across the corpus. */
    public boolean comparesUnits() {
        return paragraphs.isOn() || lines.isOn();
    }

    /** Whether candidates are checked before they count as near duplicates. */
    public boolean isVerified() {
        return verify.equals(JACCARD);
    }

    private static void checkRange(String field, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "dedup." + field + ": must be " + lowest + " to " + highest + ", was " + value);
        }
    }

    /** All that can change a row of the reservoir, in one canonical string. */
    String canonical() {
        return "dedup/2 " + bands + " " + rows + " " + shingle + " " + hash + " " + precision + " " + seed + " "
                + verify;
    }
}
