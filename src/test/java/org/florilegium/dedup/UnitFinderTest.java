package org.florilegium.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.florilegium.document.TextUnit;
import org.florilegium.document.TextUnits;
import org.junit.jupiter.api.Test;

class UnitFinderTest {
    private static final RepeatSpec THREE = new RepeatSpec(RepeatSpec.Policy.EDIT, 3);

    @Test
    void findsParagraphsAndLinesInCodePoints() {
        String text = "𝔸 title\n\n  One two three\nfour five six. \n\t\nshort\n";

        TextUnits units = UnitFinder.find(THREE, THREE, text);

        assertThat(units.list())
                .extracting(unit -> unit.kind().word() + ": " + stretch(text, unit))
                .containsExactly(
                        "line: One two three", "line: four five six.", "paragraph: One two three\nfour five six.");
        assertThat(units.visible()).isEqualTo(6 + 11 + 12 + 5);
        assertThat(units.list()).extracting(TextUnit::visible).containsExactly(11, 12, 23);
    }

    @Test
    void takesParagraphsForTheSameThatDifferInCaseAndWrapping() {
        List<TextUnit> units = UnitFinder.find(
                        THREE, RepeatSpec.OFF, "One  two\nthree\n\nONE two\u00A0THREE\n\none two four")
                .list();

        assertThat(units.get(0).hash())
                .isEqualTo(units.get(1).hash())
                .isNotEqualTo(units.get(2).hash());
    }

    @Test
    void countsWordsOfScriptsWithoutSpaces() {
        String text = "千里之行始于足下";

        assertThat(UnitFinder.find(THREE, RepeatSpec.OFF, text).list()).hasSize(1);
    }

    @Test
    void findsNothingInABlankText() {
        assertThat(UnitFinder.find(THREE, THREE, " \n\n")).isEqualTo(TextUnits.NONE);
    }

    private static String stretch(String text, TextUnit unit) {
        return text.substring(text.offsetByCodePoints(0, unit.start()), text.offsetByCodePoints(0, unit.end()));
    }
}
