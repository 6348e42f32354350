package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NamedGroupsTest {
    private static final Path TEXTS = Path.of("src/test/resources/tag/neutral_texts.json");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Why do gay people live here?           | Why do Muslims live here?
            Why do old trans people live here?     | Why do Muslims live here?
            An old lady met an immigrant.          | A Muslim met a Muslim.
            The Jew’s hat, women's rights, Jewry.  | The Muslim’s hat, Muslims' rights, Jewry.
            Black people wear black.               | Muslims wear black.
            """)
    void readsTheSameWhoeverIsNamed(String text, String neutral) {
        assertThat(NamedGroups.of("en-GB").neutral(text)).isEqualTo(neutral);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en  | The white car stood in the rain.
            en  | A five-year-old boy.
            und | women
            ../ | women
            xx  | women
            """)
    void isTheSameObjectWhereNobodyIsNamed(String language, String text) {
        assertThat(NamedGroups.of(language).neutral(text)).isSameAs(text);
    }

    @Test
    void isTheSameAsInTheTrainingCode() throws Exception {
        for (JsonNode row : texts()) {
            String text = row.get("text").asText();

            String neutral = NamedGroups.of(row.get("language").asText()).neutral(text);

            assertThat(neutral)
                    .as("%s: %s", row.get("language").asText(), text)
                    .isEqualTo(row.get("neutral").asText());
        }
    }

    static Stream<List<String>> mixedTexts() throws IOException {
        Random random = new Random(7);
        List<JsonNode> rows = new ArrayList<>();
        texts().forEach(rows::add);
        return IntStream.range(0, 400).mapToObj(i -> {
            JsonNode row = rows.get(random.nextInt(rows.size()));
            List<String> words =
                    new ArrayList<>(List.of(row.get("text").asText().split("(?<= )")));
            java.util.Collections.shuffle(words, random);
            return List.of(row.get("language").asText(), String.join("", words.subList(0, Math.min(60, words.size()))));
        });
    }

    @ParameterizedTest
    @MethodSource("mixedTexts")
    void leavesANeutralTextAsItIs(List<String> languageAndText) {
        NamedGroups groups = NamedGroups.of(languageAndText.get(0));

        String neutral = groups.neutral(languageAndText.get(1));

        assertThat(groups.neutral(neutral)).isEqualTo(neutral);
    }

    @Test
    void keepsWhatFollowsAStemAndChangesArticles() throws Exception {
        NamedGroups groups = read("""
                many: musulmans
                one: musulman
                nouns_one: [immigré]
                nouns_many: [juifs]
                adjectives_bound: [noires]
                people_many: [femmes]
                stems: {"żyd*": muzułman}
                articles: {"l'": le, "d’": de}
                """);

        assertThat(groups.neutral("L’immigré, Żydów, beaucoup d'juifs, FEMMES noires"))
                .isEqualTo("Le musulman, muzułmanów, beaucoup de musulmans, musulmans");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {colour: red}                       | groups/xx.yaml: colour: unknown key; known here: adjective,
            {nouns_one: [sikh]}                 | groups/xx.yaml: one: is missing, and nouns_one needs it
            {one: x, nouns_one: ['a*b']}        | groups/xx.yaml: nouns_one: 'a*b': '*' stands at the end of an entry
            {one: x, nouns_one: ['...']}        | groups/xx.yaml: nouns_one: '...' has no word
            {one: x, nouns_one: ['a, b']}       | groups/xx.yaml: nouns_one: 'a, b': words of an entry are separated by
            {one: x, nouns_one: sikh}           | groups/xx.yaml: nouns_one: expected a list, found string
            {phrases: {sikh: ''}}               | groups/xx.yaml: phrases: 'sikh' has no replacement
            {phrases: {sikh: [x]}}              | groups/xx.yaml: phrases.sikh: expected text, found array
            {articles: {of the: of}}            | groups/xx.yaml: articles: 'of the': an article is one word
            {adjectives_behind: maybe}          | groups/xx.yaml: adjectives_behind: expected true or false, found 'maybe'
            """)
    void namesFileAndKeyOfAFault(String list, String message) {
        assertThatThrownBy(() -> read(list))
                .isInstanceOf(ClassifierException.class)
                .hasMessageContaining(message);
    }

    private static NamedGroups read(String list) throws IOException {
        return GroupLists.read("xx", "groups/xx.yaml", new YAMLMapper().readTree(list));
    }

    private static JsonNode texts() throws IOException {
        return new JsonMapper().readTree(TEXTS.toFile());
    }
}
