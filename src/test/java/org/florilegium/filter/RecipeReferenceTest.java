package org.florilegium.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts and measurements of datatrove 0.10.1 on 300 synthetic and 400 real documents, spaCy's words on the synthetic ones. */
@EnabledIf("oraclePresent")
class RecipeReferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static boolean oraclePresent() {
        return Files.isDirectory(oracle());
    }

    private static Path oracle() {
        String shared = System.getenv("FLORILEGIUM_SHARED");
        return Path.of(shared == null ? "../shared" : shared, "oracle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"datatrove-0.10.1-whitespace", "datatrove-0.10.1-whitespace-real", "datatrove-0.10.1-spacy"})
    void givesTheVerdictAndTheFirstReasonOfDatatrove(String set) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();

        forEach(set, (text, oracle) -> {
            expected.add(expected(oracle));
            found.add(found(text, words(set)));
        });

        assertThat(found).hasSizeGreaterThanOrEqualTo(300).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"datatrove-0.10.1-whitespace", "datatrove-0.10.1-whitespace-real", "datatrove-0.10.1-spacy"})
    void measuresRunsOfWordsAsDatatroveDoes(String set) throws IOException {
        Recipe recipe = Recipe.named("gopher-repetition@datatrove-0.10+" + words(set));

        forEach(set, (text, oracle) -> {
            Map<String, Double> measured = recipe.judge(text).measurements();
            oracle.path("metrics").properties().forEach(metric -> {
                String key = metric.getKey().replace("dup_", "duplicate_") + "_gram_character_fraction";
                if (metric.getValue().isNull()) {
                    assertThat(measured).doesNotContainKey(key);
                } else {
                    assertThat(measured.get(key)).isCloseTo(metric.getValue().doubleValue(), Offset.offset(1e-9));
                }
            });
        });
    }

    private static final Map<String, String> FILTERS = new TreeMap<>(Map.of(
            "gopher_quality", "gopher-quality",
            "gopher_rep", "gopher-repetition",
            "c4", "c4",
            "c4_noterm", "c4-noterm",
            "fineweb", "fineweb"));

    private static String expected(JsonNode oracle) {
        StringBuilder words = new StringBuilder();
        FILTERS.keySet().forEach(filter -> {
            JsonNode verdict = oracle.path(filter);
            words.append(verdict.path("keep").booleanValue())
                    .append(' ')
                    .append(verdict.path("reason").asText("null"))
                    .append(' ')
                    .append(verdict.path("out_sha1").asText(""))
                    .append(';');
        });
        return words.append(oracle.path("n_words").doubleValue()).toString();
    }

    private static String found(String text, String split) {
        StringBuilder words = new StringBuilder();
        FILTERS.values().forEach(recipe -> {
            Verdict verdict = Recipe.named(recipe + "@datatrove-0.10+" + split).judge(text);
            words.append(verdict.keep())
                    .append(' ')
                    .append(verdict.reason().orElse("null"))
                    .append(' ')
                    .append(verdict.text().map(DigestUtils::sha1Hex).orElse(""))
                    .append(';');
        });
        return words.append(Recipe.named("gopher-quality@datatrove-0.10+" + split)
                        .judge(text)
                        .measurements()
                        .get("words"))
                .toString();
    }

    private static String words(String set) {
        return set.endsWith("spacy") ? "spacy" : "whitespace";
    }

    private interface Row {
        void accept(String text, JsonNode oracle);
    }

    private static void forEach(String set, Row row) throws IOException {
        List<String> documents = Files.readAllLines(oracle().resolve(set).resolve("documents.jsonl"));
        List<String> rows = Files.readAllLines(oracle().resolve(set).resolve("oracle.jsonl"));
        for (int i = 0; i < rows.size(); i++) {
            row.accept(JSON.readTree(documents.get(i)).path("text").textValue(), JSON.readTree(rows.get(i)));
        }
    }
}
