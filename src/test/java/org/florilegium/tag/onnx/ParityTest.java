package org.florilegium.tag.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.florilegium.tag.LabelSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with scores that the training code wrote down for texts of our own. */
class ParityTest {
    private static final Path FIXED = Path.of("src/test/resources/tag");

    @ParameterizedTest
    @ValueSource(strings = {"ngrams", "english_encoder"})
    void scoresAsTheTrainingCodeDid(String name) throws Exception {
        JsonNode fixed = new JsonMapper()
                .readTree(FIXED.resolve("parity_" + name + ".json").toFile());

        try (OnnxTagger tagger = (OnnxTagger) new OnnxTaggers().open(InstalledClassifiers.folder(name))) {
            List<String> labels =
                    tagger.spec().labels().stream().map(LabelSpec::name).toList();
            assertThat(fixed.get("labels")).extracting(JsonNode::asText).isEqualTo(labels);
            for (JsonNode row : fixed.get("rows")) {
                float[] logits = tagger.logits(row.get("text").asText());
                for (int i = 0; i < logits.length; i++) {
                    double expected = sigmoid(row.get("logits").get(i).asDouble());
                    assertThat(sigmoid(logits[i]))
                            .as("%s of '%s'", labels.get(i), row.get("text").asText())
                            .isCloseTo(expected, Offset.offset(1e-3));
                }
            }
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
