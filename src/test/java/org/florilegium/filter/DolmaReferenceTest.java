package org.florilegium.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What dolma 1.2.1's own taggers say, written by {@code src/test/python/dolma_parity.py}: on texts of our own that look for
 * trouble, and on the document sets that the environment variable {@code FLORILEGIUM_DOLMA} names a folder of, each as
 * {@code NAME.jsonl} beside {@code NAME.rows.jsonl}.
 */
class DolmaReferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN = "/org/florilegium/filter/dolma_parity";

    record Case(String id, String text, JsonNode said) {
        @Override
        public String toString() {
            return id;
        }
    }

    static Stream<List<Case>> sets() throws IOException {
        Stream.Builder<List<Case>> sets = Stream.builder();
        sets.add(cases(resource(OWN + ".jsonl"), resource(OWN + ".rows.jsonl")));
        String folder = System.getenv("FLORILEGIUM_DOLMA");
        if (folder != null) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path rows : files.filter(file -> file.toString().endsWith(".rows.jsonl"))
                        .sorted()
                        .toList()) {
                    String documents = rows.toString().replace(".rows.jsonl", ".jsonl");
                    sets.add(cases(Files.readString(Path.of(documents)), Files.readString(rows)));
                }
            }
        }
        return sets.build();
    }

    private static String resource(String name) throws IOException {
        try (var in = DolmaReferenceTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Case> cases(String documents, String rows) throws IOException {
        String[] texts = documents.split("\n");
        String[] said = rows.split("\n");
        Stream.Builder<Case> cases = Stream.builder();
        for (int i = 0; i < texts.length; i++) {
            JsonNode document = JSON.readTree(texts[i]);
            JsonNode row = JSON.readTree(said[i]);
            cases.add(new Case(row.path("id").asText(), document.path("text").textValue(), row));
        }
        return cases.build().toList();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void measuresAndJudgesAsTheGopherTaggersDo(List<Case> cases) {
        for (Case one : cases) {
            compare(one, "gopher_v2", Recipe.named("gopher@dolma-1.2").judge(one.text));
            compare(one, "gopher_v1", Recipe.named("gopher-v1@dolma-1.2").judge(one.text));
        }
    }

    @ParameterizedTest
    @MethodSource("sets")
    void measuresJudgesAndEditsAsTheC4TaggersDo(List<Case> cases) {
        for (Case one : cases) {
            compare(one, "c4_v2", Recipe.named("c4@dolma-1.2").judge(one.text));
            compare(one, "c4_v1", Recipe.named("c4-v1@dolma-1.2").judge(one.text));
        }
    }

    private static void compare(Case one, String tagger, Verdict verdict) {
        JsonNode said = one.said.path(tagger);
        assertThat(verdict.reason().orElse(null))
                .as("reason of %s for %s", tagger, one.id)
                .isEqualTo(said.path("reason").textValue());
        Map<String, Double> measured = verdict.measurements();
        said.path("scores")
                .properties()
                .forEach(score -> assertThat(measured.get(score.getKey()))
                        .as("%s of %s for %s", score.getKey(), tagger, one.id)
                        .isCloseTo(score.getValue().doubleValue(), Offset.offset(1e-9)));
        measured.forEach((key, value) -> assertThat(said.path("scores").has(key) || value == 0)
                .as("%s %s of %s for %s, which dolma does not write", key, value, tagger, one.id)
                .isTrue());
        if (verdict.keep() && tagger.startsWith("c4")) {
            assertThat(verdict.text())
                    .as("text of %s", one.id)
                    .contains(said.path("text").textValue());
        }
    }
}
