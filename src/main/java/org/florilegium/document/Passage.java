package org.florilegium.document;

import java.io.Serializable;
import java.util.List;

/**
 * A stretch of a document that is tagged as one, about 60 to 300 words.
 *
 * @param start first code point in the row's text
 * @param end code point after the last one, greater than {@code start}
 * @param language BCP-47 tag where it differs from the document's, otherwise empty
 * @param tier tier that scored it
 * @param p probability for each installed label in their published order, NaN where none was computed; empty while
 *     untagged
 * @param calls code of {@link Call} for each label, {@link Call#ABSENT} where none was computed; as long as {@code p}
 * @param conflicts values that pull apart here, for example {@code harm_with_wisdom}
 * @param stance endorses, enables, depicts, testifies, counters, educates or unclear; empty while untagged
 */
public record Passage(
        int start, int end, String language, Tier tier, float[] p, byte[] calls, List<String> conflicts, String stance)
        implements Serializable {

    public Passage {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("passage must satisfy 0 <= start < end, was " + start + ", " + end);
        }
        if (p.length != calls.length) {
            throw new IllegalArgumentException(
                    "passage must have a call for each p, had " + p.length + " p and " + calls.length + " calls");
        }
        conflicts = List.copyOf(conflicts);
    }

    /** A passage that nothing has scored yet. */
    public static Passage untagged(int start, int end, String language) {
        return new Passage(start, end, language, Tier.NONE, new float[0], new byte[0], List.of(), "");
    }

    /** The stretch of {@code text} that this passage covers. */
    public String of(String text) {
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }
}
