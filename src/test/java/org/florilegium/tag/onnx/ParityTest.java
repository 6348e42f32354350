package org.florilegium.tag.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.assertj.core.data.Offset;
import org.florilegium.tag.ClassifierFolder;
import org.florilegium.tag.LabelSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with scores that the training code wrote down for texts of our own. */
class ParityTest {
    static List<String> classifiers() {
        return InstalledClassifiers.withScores();
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void scoresAsTheTrainingCodeDid(String name) throws Exception {
        JsonNode fixed =
                new JsonMapper().readTree(InstalledClassifiers.scores(name).toFile());

        ClassifierFolder folder = InstalledClassifiers.folder(name);
        try (OnnxTagger tagger = (OnnxTagger) new OnnxTaggers().open(folder)) {
            List<String> labels =
                    tagger.spec().labels().stream().map(LabelSpec::name).toList();
            assertThat(fixed.get("labels")).extracting(JsonNode::asText).isEqualTo(labels);
            for (JsonNode row : fixed.get("rows")) {
                float[] logits = tagger.logits(row.get("text").asText(), "en");
                for (int i = 0; i < logits.length; i++) {
                    double expected = sigmoid(row.get("logits").get(i).asDouble());
                    assertThat(sigmoid(logits[i]))
                            .as("%s of '%s'", labels.get(i), row.get("text").asText())
                            .isCloseTo(expected, Offset.offset(1e-3));
                    compareProbability(folder, i, logits[i], row);
                }
            }
        }
    }

    private static void compareProbability(ClassifierFolder folder, int output, float logit, JsonNode row) {
        if (row.has("p")) {
            double expected = row.get("p").get(output).asDouble();
            folder.score(output, logit, "en")
                    .ifPresent(score -> assertThat(score.p()).isCloseTo(expected, Offset.offset(1e-3)));
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
