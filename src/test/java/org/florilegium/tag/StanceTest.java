package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanceTest {
    private static final List<String> SHIELDS = List.of("testifies", "counters", "depicts", "educates");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    I saw the soldiers burn our street.                              | en    | testifies
                    The council condemned the attack.                                | en    | counters
                    You will need two wires and a battery.                           | en    | enables
                    The mayor said the bridge was closed.                            | en    | depicts
                    Malaria is defined as a disease caused by a parasite.            | en    | educates
                    They should die, all of them.                                    | en    | endorses
                    The hills are green in spring.                                   | en    | unclear
                    Der Rat verurteilte den Angriff.                                 | de-AT | counters
                    Me pegó durante nueve años, y lo cuento para que se sepa.        | es    | testifies
                    Selon la police, deux hommes ont été tués.                       | fr    | depicts
                    قال الشرطي إن رجلين أصيبا.                                       | ar    | depicts
                    警方表示，两人遇难。                                                | zh    | depicts
                    患者は手術を受けた。                                               | ja    | educates
                    Kila mtu ana haki ya kuishi, kwa mujibu wa sheria.               | sw    | educates
                    Kaikki on hyvin, sanoi hän.                                      | fi    | unclear
                    """)
    void readsStanceFromSurfaceSigns(String text, String language, String stance) {
        assertThat(Stance.of(text, language)).isEqualTo(stance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "They are vermin, drive them out," read the banner, and the town tore it down. | en
                    „Sie sind Ungeziefer“, stand dort, sagte der Zeuge.                            | de
                    «Son una plaga», decía el panfleto.                                            | es
                    """)
    void doesNotTakeWordsInQuotationMarksForTheAuthors(String text, String language) {
        assertThat(Stance.of(text, language)).isEqualTo("depicts");
    }

    @Test
    void doesNotExcuseHateForAReportingVerb() {
        String text = "My uncle said it and he is right: they are vermin.";

        assertThat(Stance.of(text, "en")).isEqualTo("endorses");
    }

    @Test
    void countersWhatItNamesInOneSentence() {
        assertThat(Stance.of("Whoever says that they are vermin has understood nothing about people.", "en"))
                .isEqualTo("counters");
    }

    @Test
    void matchesSignsAtWordBoundsOnly() {
        assertThat(Stance.of("The bloodhounds and their unsaid sayings.", "en")).isEqualTo("unclear");
    }

    @Test
    void shieldsNineInTenOfWhatIsToldQuotedOrTaughtAndExcusesFewOfHate() throws IOException {
        Map<String, Map<String, Integer>> counts = onTemplates();

        for (String rule : List.of(
                "near_testimony", "near_counter", "near_scripture", "near_medical", "near_quotation", "near_legal")) {
            Map<String, Integer> stances = counts.getOrDefault(rule, Map.of());
            assertThat(share(stances, SHIELDS)).as("%s %s", rule, stances).isGreaterThanOrEqualTo(0.9);
        }
        for (String rule :
                List.of("hate_derogation", "hate_dehumanising", "hate_threat", "hate_exclusion", "threat_direct")) {
            Map<String, Integer> stances = counts.getOrDefault(rule, Map.of());
            assertThat(share(stances, SHIELDS)).as("%s %s", rule, stances).isLessThanOrEqualTo(0.1);
        }
    }

    private static double share(Map<String, Integer> stances, List<String> some) {
        int all = stances.values().stream().mapToInt(Integer::intValue).sum();
        int found = some.stream()
                .mapToInt(stance -> stances.getOrDefault(stance, 0))
                .sum();
        return (double) found / all;
    }

    private static Map<String, Map<String, Integer>> onTemplates() throws IOException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(Path.of("src/test/resources/tag/templates_test.jsonl"))) {
            JsonNode row = json.readTree(line);
            String stance =
                    Stance.of(row.path("text").asText(), row.path("language").asText());
            counts.computeIfAbsent(row.path("rule").asText(), rule -> new TreeMap<>())
                    .merge(stance, 1, Integer::sum);
        }
        return counts;
    }
}
