package org.florilegium.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.florilegium.curate.LabelRule;
import org.florilegium.curate.Profile;
import org.florilegium.curate.ProfileReader;
import org.florilegium.document.Call;
import org.florilegium.document.Passage;
import org.florilegium.document.Score;
import org.florilegium.tag.LabelList;
import org.florilegium.tag.LabelSpec;
import org.florilegium.tag.ScoreText;
import org.florilegium.tag.TagSpec;
import org.florilegium.tag.onnx.OnnxTaggers;
import org.junit.jupiter.api.Test;

/**
 * Testimony, counter-speech, scripture and medical text survive the default profile, with the classifiers that are installed, on
 * the templates that no classifier is trained on ({@code classifiers/training/dump_templates.py}).
 */
class DefaultProfileRecallTest {
    private static final Path TEMPLATES = Path.of("src/test/resources/tag/templates_test.jsonl");
    private static final Path CLASSIFIERS = Path.of("classifiers");
    private static final Set<String> SHIELDED =
            new LinkedHashSet<>(List.of("near_testimony", "near_counter", "near_scripture", "near_medical"));
    private static final double LEAST = 0.9;

    private final LabelList labels = LabelList.of(CLASSIFIERS);
    private final Profile profile =
            ProfileReader.read(Path.of("pipelines/profiles/plural.yaml")).withRulesFor(labels.names(), calibrated());

    @Test
    void keepsNineInTenOfEachKind() throws Exception {
        Map<String, int[]> counts = new TreeMap<>();
        try (ScoreText score = ScoreText.open(TagSpec.of(CLASSIFIERS.toString(), 1), new OnnxTaggers())) {
            for (JsonNode row : templates()) {
                int[] count = counts.computeIfAbsent(row.path("rule").asText(), rule -> new int[2]);
                count[0] += isKept(
                                score,
                                row.path("text").asText(),
                                row.path("language").asText())
                        ? 1
                        : 0;
                count[1]++;
            }
        }

        assertThat(counts.keySet()).isEqualTo(SHIELDED);
        assertThat(counts)
                .allSatisfy((rule, count) -> assertThat((double) count[0] / count[1])
                        .as("%s: %d of %d kept", rule, count[0], count[1])
                        .isGreaterThanOrEqualTo(LEAST));
    }

    private static List<JsonNode> templates() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (var lines = Files.lines(TEMPLATES)) {
            return lines.map(line -> read(json, line))
                    .filter(row -> SHIELDED.contains(row.path("rule").asText()))
                    .toList();
        }
    }

    private static JsonNode read(ObjectMapper json, String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isKept(ScoreText score, String text, String language) throws Exception {
        int length = text.codePointCount(0, text.length());
        List<ScoreText.Scored> passages = score.passages(text, language, List.of(Passage.untagged(0, length, "")));
        return passages.stream().noneMatch(this::isKeptOut);
    }

    private boolean isKeptOut(ScoreText.Scored passage) {
        return passage.scores().scores().entrySet().stream()
                .anyMatch(entry -> profile.keepsOut().stream()
                        .anyMatch(
                                rule -> rule.covers(entry.getKey()) && hits(rule, entry.getValue(), passage.stance())));
    }

    private static boolean hits(LabelRule rule, Score score, String stance) {
        return score.call() == Call.YES
                && (rule.stances().contains(stance) || stance.equals("unclear") && score.lo() >= rule.unclearAbove());
    }

    private Set<String> calibrated() {
        return labels.statuses().entrySet().stream()
                .filter(entry -> entry.getValue() == LabelSpec.Status.CALIBRATED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
