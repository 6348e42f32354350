package org.florilegium.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {

    @Test
    void resolvesABareNameToTheDialectOfThisRelease() {
        assertThat(Recipe.named("gopher-quality").name()).isEqualTo("gopher-quality@datatrove-0.10+whitespace");
    }

    @Test
    void namesTheKnownRecipesWhenThereIsNoSuchOne() {
        assertThatThrownBy(() -> Recipe.named("gofer"))
                .hasMessageContaining("unknown recipe 'gofer'")
                .hasMessageContaining("gopher-repetition@datatrove-0.10+whitespace");
    }

    @Test
    void givesTheFirstReasonAndAllMeasurements() {
        Verdict verdict = Recipe.named("gopher-quality").judge("Too short. #");

        assertThat(verdict.keep()).isFalse();
        assertThat(verdict.reason()).contains("gopher_short_doc");
        assertThat(verdict.message()).isEqualTo("non_symbol_words was 2.0, must be at least 50.0");
        assertThat(verdict.measurements()).containsEntry("distinct_stop_words", 0.0);
    }

    @Test
    void countsCodePointsNotUtf16Units() {
        Verdict verdict = Recipe.named("gopher-repetition").judge("𐍈𐍈 𐍈𐍈\n\n𐍈𐍈 𐍈𐍈");

        assertThat(verdict.measurements())
                .containsEntry("characters", 12.0)
                .containsEntry("duplicate_line_character_fraction", 5.0 / 12);
    }

    @Test
    void takesRunsJoinedWithoutSpacesForTheSame() {
        Verdict verdict = Recipe.named("gopher-repetition").judge("ab c d e f x a bc d e f");

        assertThat(verdict.measurements()).containsEntry("duplicate_5_gram_character_fraction", 6.0 / 23);
    }

    @Test
    void editsTheLinesOfAKeptText() {
        Verdict verdict = Recipe.named("c4")
                .judge(
                        "  One two three.[1] \nNo mark here\nTwo!\fA b c? d. E f g. H i j.\r\nPlease enable JavaScript now.");

        assertThat(verdict.text()).contains("One two three.\nA b c? d. E f g. H i j.");
        assertThat(verdict.measurements())
                .containsEntry("sentences", 5.0)
                .containsEntry("lines", 5.0)
                .containsEntry("lines_without_end_mark", 1.0)
                .containsEntry("lines_with_few_words", 1.0)
                .containsEntry("lines_with_javascript", 1.0);
    }

    @Test
    void doesNotEditWhatItDoesNotKeep() {
        Verdict verdict = Recipe.named("c4").judge("One { two three.\nLorem ipsum dolor.");

        assertThat(verdict.reason()).contains("curly_bracket");
        assertThat(verdict.text()).isEmpty();
        assertThat(verdict.measurements())
                .containsEntry("lorem_ipsum_lines", 0.0)
                .doesNotContainKey("sentences");
    }

    @Test
    void flagsByARuleThatTags() {
        Recipe recipe = Recipe.named("gopher-quality").tagging(List.of("gopher_short_doc"));

        Verdict verdict = recipe.judge("The well and the trough.");

        assertThat(verdict.keep()).isTrue();
        assertThat(verdict.failed()).containsExactly("gopher_short_doc");
    }

    @Test
    void refusesToTagByAReasonThatNoRuleHas() {
        assertThatThrownBy(() -> Recipe.named("empty").tagging(List.of("gopher_short_doc")))
                .hasMessage("tag: recipe 'empty' has no rule 'gopher_short_doc', must be one of [empty]");
    }

    @Test
    void takesOverWhatItDoesNotSay() {
        Recipe recipe = read("{name: mine, description: d, like: gopher-quality, stop_words: [bread, salt]}");

        Verdict verdict = recipe.judge("bread and salt");

        assertThat(recipe.rules()).isEqualTo(Recipe.named("gopher-quality").rules());
        assertThat(verdict.measurements()).containsEntry("distinct_stop_words", 2.0);
        assertThat(recipe.digest()).isNotEqualTo(Recipe.named("gopher-quality").digest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rulez: []                                 | mine.yaml: rulez: unknown key, was []; must be one of [",
                "rules: []                                 | mine.yaml: rules: must have at least",
                "rules: [{reason: r, measure: wit}]        | mine.yaml: rules[0].measure: this recipe cannot measure 'wit'",
                "rules: [{reason: r, measure: sentences, at_least: 5}] | mine.yaml: rules[0].measure: this recipe cannot",
                "rules: [{reason: r, measure: characters, most: 1}]    | mine.yaml: rules[0].most: unknown key, was 1",
                "rules: [{reason: r, measure: characters, at_most: many}] | mine.yaml: rules[0].at_most: must be a number",
                "rules: [{reason: r, measure: characters, tag: 1}]     | mine.yaml: rules[0].tag: must be true or false",
                "rules: [{measure: characters}]                        | mine.yaml: rules[0].reason: must be",
                "rules: [{reason: r, measure: characters}]             | mine.yaml: rules[0]: rule 'r' would never fire",
                "rules: [{reason: r, measure: bullet_line_fraction, at_most: 90}] | mine.yaml: rules[0]: rule 'r' would",
                "rules: [{reason: r, measure: characters, at_least: 2, at_most: 1}] | mine.yaml: rules[0]: rule 'r' needs",
                "rules: [{reason: r, measure: words, at_least: 1}]     | mine.yaml: words: is missing; measure 'words'",
                "{words: runes, rules: [{reason: r, measure: words, at_least: 1}]} | mine.yaml: words: must be one of",
                "words: icu                                            | mine.yaml: words: nothing in this recipe",
                "stop_words: [the]                                     | mine.yaml: stop_words: nothing in this recipe",
                "symbols: xyz                                          | mine.yaml: symbols: nothing in this recipe",
                "rules: [{reason: r, measure: short_line_fraction, at_most: 0.5}] | mine.yaml: short_line: is missing; mea",
                "{end_marks: xyz, rules: [{reason: r, measure: end_mark_line_fraction, at_least: 0.5}]} | mine.yaml: end_m",
                "also_measure: [wit]                                   | mine.yaml: also_measure: this recipe cannot",
                "family: dolmen                                        | mine.yaml: family: must be one of datatrove",
                "like: gophers                                         | mine.yaml: like: recipe: unknown recipe 'gophers'",
                "edit: {kind: c5}                                      | mine.yaml: edit.kind: must be one of c4-lines",
                "{name: 7}                                             | mine.yaml: name: must be a word, was 7",
                "- a                                                   | mine.yaml: (root): must be a mapping",
            })
    void namesFileAndKeyOfAFault(String yaml, String complaint) {
        String base = "{reason: r, measure: characters, at_least: 1}";
        String whole = yaml.startsWith("{") ? yaml : "{" + yaml + "}";
        String filled = whole.replaceFirst("\\{", "{description: d, ")
                .replaceFirst("\\{", yaml.contains("name:") ? "{" : "{name: m, ");
        String ruled = yaml.contains("rules") || yaml.contains("like")
                ? filled
                : filled.replaceFirst("\\{", "{rules: [" + base + "], ");

        assertThatThrownBy(() -> read(yaml.startsWith("-") ? yaml : ruled)).hasMessageStartingWith(complaint);
    }

    private static Recipe read(String yaml) {
        return Recipe.of(new RecipeText("mine.yaml", yaml));
    }
}
