package org.florilegium.decontaminate;

import java.io.Serializable;
import java.util.List;

/**
 * Which evaluation sets a corpus must not hold.
 *
 * @param sets none by default
 * @param words words in a row that make an overlap, 5 to 100; a shorter text of at least 8 words has to be
 *     found as a whole, one of fewer words is not compared
 */
public record DecontaminateSpec(List<EvaluationSet> sets, int words) implements Serializable {
    public DecontaminateSpec {
        sets = List.copyOf(sets);
        if (words < 5 || words > 100) {
            throw new IllegalArgumentException("decontaminate.words: must be 5 to 100, was " + words);
        }
        if (sets.stream().map(EvaluationSet::name).distinct().count() < sets.size()) {
            throw new IllegalArgumentException("decontaminate.sets: names must differ, was "
                    + sets.stream().map(EvaluationSet::name).toList());
        }
    }

    /** No sets, 13 words, as published decontamination does. */
    public static DecontaminateSpec defaults() {
        return new DecontaminateSpec(List.of(), 13);
    }
}
