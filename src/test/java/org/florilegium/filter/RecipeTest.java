package org.florilegium.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThatThrownBy(() -> Recipe.named("gopher"))
                .hasMessageContaining("unknown recipe 'gopher'")
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rulez: []                                                     | mine.yaml: rulez: unknown key",
                "name: mine                                                    | mine.yaml: rules: must have at least",
                "rules: [{reason: r, measure: wit}]                            | mine.yaml: rules[0]: unknown measure",
                "rules: [{reason: r, measure: characters, most: 1}]            | mine.yaml: rules[0].most: unknown key",
                "rules: [{reason: r, measure: characters, at_most: many}]      | mine.yaml: rules[0].at_most: must be",
                "rules: [{measure: characters}]                                | mine.yaml: rules[0].reason: must be",
                "{symbols: xyz, rules: [{reason: r, measure: characters}], name: m} | mine.yaml: symbols: must be hexa",
                "rules: [{reason: r, measure: characters, at_least: 2, at_most: 1}] | mine.yaml: rules[0]: rule 'r'",
            })
    void namesFileAndKeyOfAFault(String yaml, String complaint) {
        assertThatThrownBy(() -> RecipeReader.read("mine.yaml", yaml)).hasMessageStartingWith(complaint);
    }
}
