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
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts and measurements of datatrove 0.10.1 on 300 synthetic and 400 real documents. */
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
    @ValueSource(strings = {"datatrove-0.10.1-whitespace", "datatrove-0.10.1-whitespace-real"})
    void givesTheVerdictAndTheFirstReasonOfDatatrove(String set) throws IOException {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();

        forEach(set, (text, oracle) -> {
            expected.add(describe(oracle, "gopher_quality") + describe(oracle, "gopher_rep"));
            found.add(describe("gopher-quality", text) + describe("gopher-repetition", text));
        });

        assertThat(found).hasSizeGreaterThanOrEqualTo(300).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"datatrove-0.10.1-whitespace", "datatrove-0.10.1-whitespace-real"})
    void measuresRunsOfWordsAsDatatroveDoes(String set) throws IOException {
        Recipe recipe = Recipe.named("gopher-repetition");

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

    private static String describe(JsonNode oracle, String filter) {
        JsonNode verdict = oracle.path(filter);
        return verdict.path("keep").booleanValue() + " "
                + verdict.path("reason").asText("null") + ";";
    }

    private static String describe(String recipe, String text) {
        Verdict verdict = Recipe.named(recipe).judge(text);
        return verdict.keep() + " " + verdict.reason().orElse("null") + ";";
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
