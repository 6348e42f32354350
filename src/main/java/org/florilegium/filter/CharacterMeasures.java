package org.florilegium.filter;

import static org.florilegium.filter.Measure.ratio;

import java.util.List;
import java.util.function.ToLongFunction;

/** Measures of code points, without regard to words or script: the same in every family. */
final class CharacterMeasures {
    private static final Aspect<CharacterCounts> COUNTS = text -> CharacterCounts.of(text.text());

    private CharacterMeasures() {}

    static List<Measure> all() {
        return List.of(
                Measure.number("characters", (text, dialect) -> text.codePoints()),
                Measure.number(
                        "visible_characters",
                        (text, dialect) -> text.get(COUNTS).visible()),
                ofVisible("letter_fraction_of_visible", CharacterCounts::letters),
                ofVisible("broken_fraction_of_visible", CharacterCounts::broken),
                ofVisible("commonest_fraction_of_visible", CharacterCounts::commonest));
    }

    private static Measure ofVisible(String key, ToLongFunction<CharacterCounts> part) {
        return Measure.fraction(key, (text, dialect) -> {
            CharacterCounts counts = text.get(COUNTS);
            return ratio(part.applyAsLong(counts), counts.visible());
        });
    }
}
