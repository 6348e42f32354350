package org.florilegium.filter;

import java.util.EnumSet;
import java.util.Set;

/**
 * Something that can be measured in a text.
 *
 * <p>Each family of dialects has its own: the same name may rest on other lines, words and denominators there.
 */
public final class Measure {
    private final String key;
    private final double highest;
    private final boolean needsWords;
    private final Set<Setting> needs;
    private final Function function;

    private Measure(String key, double highest, boolean needsWords, Set<Setting> needs, Function function) {
        this.key = key;
        this.highest = highest;
        this.needsWords = needsWords;
        this.needs = needs;
        this.function = function;
    }

    /** How a measure is taken. */
    @FunctionalInterface
    interface Function {
        /** The value, NaN where the text is too short to have one. */
        double of(TextParts text, Dialect dialect);
    }

    /** A value from 0 to 1. */
    static Measure fraction(String key, Function function) {
        return new Measure(key, 1, false, Set.of(), function);
    }

    /** A value of 0 or more. */
    static Measure number(String key, Function function) {
        return new Measure(key, Double.POSITIVE_INFINITY, false, Set.of(), function);
    }

    /** The same measure, saying that it asks the dialect for words. */
    Measure needingWords() {
        return new Measure(key, highest, true, needs, function);
    }

    /** The same measure, saying which settings it asks the dialect for. */
    Measure needing(Setting first, Setting... more) {
        return new Measure(key, highest, needsWords, EnumSet.of(first, more), function);
    }

    /** Name of the measure, snake case. */
    public String key() {
        return key;
    }

    /** The highest value there can be; the lowest is 0. */
    double highest() {
        return highest;
    }

    boolean needsWords() {
        return needsWords;
    }

    Set<Setting> needs() {
        return needs;
    }

    /** The value for a text, NaN where the text is too short to have one. */
    double of(TextParts text, Dialect dialect) {
        return function.of(text, dialect);
    }

    /** {@code part} of {@code whole}, NaN of nothing. */
    static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    @Override
    public String toString() {
        return key;
    }
}
