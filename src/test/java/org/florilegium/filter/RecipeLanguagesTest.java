package org.florilegium.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeLanguagesTest {
    private static final String RULES = """
            name: mine
            description: mine
            rules:
              - {reason: long, measure: characters, at_most: longest}
              - {reason: short, measure: visible_characters, at_least: 2}
            """;

    private static Recipe recipe(String languages) {
        return RecipeReader.read(new RecipeText("mine.yaml", RULES + languages));
    }

    @Test
    void judgesByTheFiguresOfTheLanguage() {
        Recipe recipe = recipe("languages: {de: {longest: 3}, fr: {longest: 9}}");

        assertThat(recipe.in("de", "Latn").judge("vier").reason()).contains("long");
        assertThat(recipe.in("FR-ca", "").judge("quatre").reason()).isEmpty();
    }

    @Test
    void onlyMeasuresWhatDependsOnTheLanguageWhereALanguageHasNoFigures() {
        Verdict verdict =
                recipe("languages: {de: {longest: 3}}").in("sv", "Latn").judge("fyra, fem");

        assertThat(verdict.reason()).isEmpty();
        assertThat(verdict.measurements()).containsEntry("characters", 9.0);
        assertThat(recipe("languages: {de: {longest: 3}}")
                        .in("sv", "Latn")
                        .judge("f")
                        .reason())
                .contains("short");
    }

    @Test
    void hasNoFiguresForALanguageInAnotherScript() {
        Recipe recipe = recipe("languages: {hi: {longest: 3}}");

        assertThat(recipe.in("hi", "Latn").judge("namaste").reason()).isEmpty();
        assertThat(recipe.in("hi", "Zyyy").judge("1234").reason()).contains("long");
    }

    @ParameterizedTest
    @CsvSource({"zh-TW,'',zh-Hani", "zh,Hans,zh-Hani", "de,'',de-Latn", "sr,Latn,sr-Latn", "und,Cyrl,und"})
    void namesALanguageWithItsScript(String language, String script, String key) {
        assertThat(RecipeLanguages.key(language, script)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{de: {}}                        | mine.yaml: languages.de.longest: must be a number, was absent",
                "{de: {longest: many}}           | mine.yaml: languages.de.longest: must be a number, was \"many\"",
                "{de: {longest: 3, shortest: 1}} | mine.yaml: languages.de.shortest: no rule names this figure",
            })
    void refusesFiguresThatAreMissingOrThatNoRuleNames(String languages, String complaint) {
        assertThatThrownBy(() -> recipe("languages: " + languages)).hasMessageStartingWith(complaint);
    }

    @Test
    void judgesGermanByTheFiguresOfFineWeb2() {
        Recipe fineweb = Recipe.named("fineweb-2").in("de", "Latn");
        String text = "Der Regen fiel auf das alte Dach und die Kinder schliefen.\n".repeat(8);

        Verdict verdict = fineweb.judge(text);

        assertThat(fineweb.rules()).noneMatch(rule -> rule.reason().equals("line_punct_ratio")); // 0 in German
        assertThat(verdict.reason()).contains("dup_line_frac");
        assertThat(verdict.measurements()).containsEntry("end_mark_line_fraction", 1.0);
    }

    @Test
    void refusesAMeasureThatNoTaggerWrites() {
        String misspelt = """
                name: mine
                description: d
                family: dolma
                words: whitespace
                stop_words: [the]
                rules:
                  - {reason: r, measure: fraction_of_characters_in_most_common_2gram, at_most: 0.2}
                """;

        assertThatThrownBy(() -> RecipeReader.read(new RecipeText("mine.yaml", misspelt)))
                .hasMessageContaining("this recipe cannot measure 'fraction_of_characters_in_most_common_2gram'");
    }
}
