package org.florilegium.filter;

/**
 * One bound on one measurement.
 *
 * @param reason the word for a text outside the bound, for example {@code gopher_short_doc}
 * @param measure what is measured
 * @param atLeast lowest value that passes, negative infinity where there is none
 * @param atMost highest value that passes, positive infinity where there is none
 */
public record Rule(String reason, Measure measure, double atLeast, double atMost) {
    public Rule {
        if (!(atLeast <= atMost)) { // also refuses NaN
            throw new IllegalArgumentException(
                    "rule '" + reason + "' needs at_least <= at_most, was " + atLeast + ", " + atMost);
        }
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
