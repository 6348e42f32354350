package org.florilegium.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Accuracy on the gold sentences, where they are at hand; the model never saw them. */
class LanguageGoldTest {
    private static final List<Set<String>> GROUPS = List.of(
            Set.of("bs", "hr", "sr"),
            Set.of("nb", "nn", "da"),
            Set.of("id", "ms"),
            Set.of("cs", "sk"),
            Set.of("xh", "zu"));

    @Test
    void isRightOnMostSentencesOfEveryLanguage() throws IOException {
        Path gold = Path.of(
                        Optional.ofNullable(System.getenv("FLORILEGIUM_SHARED")).orElse("../shared"))
                .resolve("data/gold/language_id.jsonl.gz");
        assumeTrue(Files.exists(gold), "no gold sentences beside the checkout");
        LanguageIdentifier identifier = new LanguageIdentifier();
        Map<String, Tally> byLanguage = new TreeMap<>();

        for (JsonNode row : rows(gold)) {
            String language = row.get("lang").asText();
            String found = identifier.identify(row.get("text").asText()).language();
            byLanguage.merge(language, Tally.of(language, found), Tally::plus);
        }

        assertThat(byLanguage).hasSize(79);
        assertThat(mean(byLanguage, Tally::exact)).isGreaterThan(0.92);
        assertThat(mean(byLanguage, Tally::grouped)).isGreaterThan(0.96);
    }

    private static double mean(Map<String, Tally> tallies, ToDoubleFunction<Tally> figure) {
        return tallies.values().stream().mapToDouble(figure).average().orElse(0);
    }

    private static List<JsonNode> rows(Path gold) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gold)), StandardCharsets.UTF_8))) {
            List<JsonNode> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(json.readTree(line));
            }
            return rows;
        }
    }

    private record Tally(int all, int right, int inGroup) {
        static Tally of(String language, String found) {
            boolean right = language.equals(found);
            boolean near =
                    right || GROUPS.stream().anyMatch(group -> group.contains(language) && group.contains(found));
            return new Tally(1, right ? 1 : 0, near ? 1 : 0);
        }

        Tally plus(Tally other) {
            return new Tally(all + other.all, right + other.right, inGroup + other.inGroup);
        }

        double exact() {
            return (double) right / all;
        }

        double grouped() {
            return (double) inGroup / all;
        }
    }
}
