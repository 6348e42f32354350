package org.florilegium.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples of what DCLM's source says. */
class DclmTest {
    private static final String PROSE = prose();

    /** Sixty-four words, no two lines and no two neighbours alike. */
    private static String prose() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            char letter = (char) ('a' + i);
            text.append("the m").append(letter).append("ll of b").append(letter).append("nd\n");
        }
        return text.toString();
    }

    private static Map<String, Double> measure(String text) {
        return Recipe.named("gopher@dclm").judge(text).measurements();
    }

    @Test
    void keepsPlainProse() {
        Verdict verdict = Recipe.named("refinedweb@dclm").judge(PROSE);

        assertThat(verdict.reason()).isEmpty();
        assertThat(verdict.text()).contains(PROSE.strip());
        assertThat(verdict.measurements()).containsEntry("removed_word_fraction", 0.0);
    }

    @Test
    void countsEveryCopyOfARepeatedLineAndNoEmptyOne() {
        assertThat(measure("Rain fell.\n\nRain fell. \n\n\nSun")) // 10 of 13 code points twice
                .containsEntry("duplicate_line_fraction", 2.0 / 3)
                .containsEntry("duplicate_line_character_fraction", 20.0 / 23)
                .containsEntry("duplicate_paragraph_fraction", 2.0 / 3);
        assertThat(measure("One line")).doesNotContainKey("duplicate_line_fraction");
    }

    @Test
    void takesTheLongestOfEquallyCommonRunsAndNoneThatOccursOnce() {
        assertThat(measure("a b a b ab cd ab cd")).containsEntry("top_2_gram_character_fraction", 8.0 / 12);
        assertThat(measure("a b c d")).containsEntry("top_2_gram_character_fraction", 0.0);
        assertThat(measure("a")).doesNotContainKey("top_2_gram_character_fraction");
    }

    @Test
    void countsEachWordOfOverlappingRepeatedRunsOnce() {
        assertThat(measure("x x x x x x z")).containsEntry("duplicate_5_gram_character_fraction", 6.0 / 7);
    }

    @Test
    void countsStopWordsInAnyCaseAndEachTime() {
        assertThat(measure("The THE cat")).containsEntry("stop_words", 2.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "can't stop 3.14, or 1,000_x         | can't stop 3.14 or 1,000_x",
                "naïve e\u0301t\u0301 \"so-called\"  | naïve e\u0301t\u0301 so called",
                "ไทย 中文 カタカナ                       | ไ ท ย 中 文 カタカナ",
                "צה\"ל a.b a:b a;b                   | צה\"ל a.b a:b a b",
            })
    void splitsWordsAtTheBoundariesOfUnicodeWithoutDictionaries(String text, String expected) {
        Words words = UnicodeWords.in(text);

        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.count(); i++) {
            found.add(text.substring(words.start(i), words.end(i)));
        }

        assertThat(String.join(" ", found)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "MOSTLY CAPITALS here",
        "12345",
        "1.2k likes",
        "(37 comments)",
        "Word",
        "3 items in cart",
        "read MORE>>>",
        "Sign-in now",
    })
    void takesOutLinesOfShopsAndMenus(String line) {
        String expected = switch (line) {
            case "3 items in cart" -> PROSE + "3";
            case "Sign-in now" -> PROSE + "now";
            default -> PROSE.strip();
        };

        assertThat(Recipe.named("refinedweb@dclm").judge(PROSE + line).text()).contains(expected);
    }

    @Test
    void leavesAtMostTwoLineFeedsInARow() {
        assertThat(Recipe.named("refinedweb@dclm").judge("a b\n\n\n\n" + PROSE).text())
                .contains("a b\n\n" + PROSE.strip());
    }

    @Test
    void dropsATextThatLosesMoreThanATwentiethOfItsWords() {
        Verdict verdict = Recipe.named("refinedweb@dclm").judge(PROSE + "ONE LOUD LINE NOBODY KEEPS");

        assertThat(verdict.reason()).contains("word_removal_ratio_filter");
        assertThat(verdict.measurements()).containsEntry("removed_word_fraction", 5.0 / 69);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "lorem ipsum of the old school. | substring_filter",
                "we write {x} for a set now.    | substring_filter",
                "please enable Javascript { now to go on. | -",
                "only five words here… no end   | -",
            })
    void judgesAsC4WithFiveWordsALineAndThreeSentences(String line, String reason) {
        String good = "One two three four five.[12]\nSix seven eight nine ten!\nDo we keep this line?";

        Verdict verdict =
                Recipe.named("c4@dclm").judge(good + "\n" + line + "\nToo short.\nAnd this line trails off...");

        assertThat(verdict.reason().orElse(null)).isEqualTo(reason);
        if (reason == null) {
            assertThat(verdict.text()).contains(good.replace("[12]", ""));
        }
    }
}
