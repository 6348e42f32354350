package org.florilegium.dedup;

import java.io.Serializable;
import java.util.Locale;

/**
 * What becomes of paragraphs, or of lines, that stand in several places of the corpus.
 *
 * @param policy nothing, a measurement, or all copies but the first are left out
 * @param minWords words (as ICU counts them) from which one is compared, 1 or more
 */
public record RepeatSpec(Policy policy, int minWords) implements Serializable {

    /** What is done with a further copy. */
    public enum Policy {
        /** They are not looked for. */
        NONE,
        /** Rows say how often each was found, and which share of the text is a further copy. */
        TAG,
        /** The same, and the text is written without the further copies. */
        EDIT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Not looked for. */
    public static final RepeatSpec OFF = new RepeatSpec(Policy.NONE, 1);

    public RepeatSpec {
        if (minWords < 1) {
            throw new IllegalArgumentException("min_words: must be 1 or more, was " + minWords);
        }
    }

    /** Whether they are looked for at all. */
    public boolean isOn() {
        return policy != Policy.NONE;
    }
}
