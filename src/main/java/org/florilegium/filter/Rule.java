package org.florilegium.filter;

/**
 * One bound on one measurement.
 *
 * @param reason the word for a text outside the bound, for example {@code gopher_short_doc}
 * @param measure what is measured
 * @param atLeast lowest value that passes, negative infinity where there is none
 * @param atMost highest value that passes, positive infinity where there is none
 * @param tags whether a text outside the bound is only flagged, even where the recipe drops
 */
public record Rule(String reason, Measure measure, double atLeast, double atMost, boolean tags) {
    public Rule {
        if (!(atLeast <= atMost)) { // also refuses NaN
            throw new IllegalArgumentException(
                    "rule '" + reason + "' needs at_least <= at_most, was " + atLeast + ", " + atMost);
        }
        if (atLeast <= 0 && atMost >= measure.highest()) {
            throw new IllegalArgumentException("rule '" + reason + "' would never fire: " + measure.key()
                    + " always is 0 to " + measure.highest() + ", and the bounds are " + atLeast + ", " + atMost);
        }
    }

    /** The same rule, only flagging. */
    Rule tagging() {
        return new Rule(reason, measure, atLeast, atMost, true);
    }

    /** Whether {@code value} passes; what could not be measured (NaN) does. */
    boolean passes(double value) {
        return !(value < atLeast || value > atMost);
    }

    /** What was measured and against which bound. */
    String complaint(double value) {
        String bound = value < atLeast ? "at least " + atLeast : "at most " + atMost;
        return measure.key() + " was " + value + ", must be " + bound;
    }
}
