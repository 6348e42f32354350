package org.florilegium.segment;

import java.io.Serializable;
import org.florilegium.document.DocumentId;

/**
 * How long parts and passages are.
 *
 * @param maxPartCharacters code points of a part, 1,000 or more
 * @param passages whether parts are cut into passages; where nothing is tagged there is no need
 * @param minWords words under which a passage is joined to the one before it where there is room, 1 or more
 * @param targetWords words from which a passage ends with its paragraph, at least {@code minWords}
 * @param maxWords words that a passage does not exceed, at least {@code targetWords}
 */
public record SegmentSpec(int maxPartCharacters, boolean passages, int minWords, int targetWords, int maxWords)
        implements Serializable {

    public SegmentSpec {
        require(maxPartCharacters >= 1_000, "max_part_characters", "must be 1000 or more", maxPartCharacters);
        require(minWords >= 1, "min_words", "must be 1 or more", minWords);
        require(targetWords >= minWords, "target_words", "must be min_words (" + minWords + ") or more", targetWords);
        require(maxWords >= targetWords, "max_words", "must be target_words (" + targetWords + ") or more", maxWords);
    }

    public static SegmentSpec defaults() {
        return new SegmentSpec(32_000, true, 60, 150, 300);
    }

    /** Digest of all that can change a result. */
    public String digest() {
        return DocumentId.sha256Hex("segment max_part_characters=" + maxPartCharacters + " passages=" + passages
                + " min_words=" + minWords + " target_words=" + targetWords + " max_words=" + maxWords);
    }

    private static void require(boolean holds, String field, String rule, int value) {
        if (!holds) {
            throw new IllegalArgumentException("segment." + field + ": " + rule + ", was " + value);
        }
    }
}
