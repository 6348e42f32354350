package org.florilegium.tag.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.florilegium.tag.ClassifierException;
import org.florilegium.tag.LabelList;
import org.florilegium.tag.ScoreText;
import org.florilegium.tag.TagPassages;
import org.florilegium.tag.TagSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/bring-your-own-classifier.md: a head over an encoder from a Maven jar, beside a classifier that came along. */
class BringYourOwnTest {
    private static final String LABEL = "topic.recipe";

    @TempDir
    Path home;

    @BeforeEach
    void addAFolder() throws IOException {
        copy(Path.of("samples/classifiers/recipe"), home.resolve("recipe"));
        copy(InstalledClassifiers.HOME.resolve("ngrams"), home.resolve("ngrams"));
    }

    @Test
    void scoresALabelOfItsOwnWithoutCode() throws Exception {
        try (ScoreText texts = ScoreText.open(spec(), new OnnxTaggers())) {
            Score recipe = score(texts, "Stir the butter into the rice and add a ladle of hot stock.");
            Score other = score(texts, "The train to the coast was late again this morning.");

            assertThat(recipe.call()).isEqualTo(Call.YES);
            assertThat(other.call()).isEqualTo(Call.NO);
        }
    }

    @Test
    void standsBesideTheLabelsThatCameAlong() throws Exception {
        LabelList labels = LabelList.of(home);

        assertThat(labels.names()).contains(LABEL, "harm.hate");
        assertThat(labels.families()).containsEntry("topic", java.util.List.of("recipe"));
        try (ScoreText texts = ScoreText.open(spec(), new OnnxTaggers())) {
            Map<String, Score> scores = texts.score("Peel the potatoes and boil them.", "en");
            assertThat(scores).containsKeys(LABEL, "harm.hate");
            assertThat(texts.score("Kartoffeln schälen und kochen.", "de")).doesNotContainKey(LABEL);
        }
    }

    @Test
    void isRefusedWithAModelThatItsLabelsDoNotPin() throws Exception {
        Path model = home.resolve("recipe/model.onnx");
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length - 1] ^= 1;
        Files.write(model, bytes);

        assertThatThrownBy(() -> new TagPassages(spec(), new OnnxTaggers()))
                .isInstanceOf(ClassifierException.class)
                .hasMessageMatching(
                        "(?s).*recipe/labels.yaml: model.sha256: expected [0-9a-f]{64}, found [0-9a-f]{64}.*");
    }

    @Test
    void isRefusedWithAnEncoderThatItsLabelsDoNotPin() throws Exception {
        Path labels = home.resolve("recipe/labels.yaml");
        Files.writeString(labels, Files.readString(labels).replace("sha256: afdb", "sha256: 0000"));

        assertThatThrownBy(() -> new TagPassages(spec(), new OnnxTaggers()))
                .isInstanceOf(ClassifierException.class)
                .hasMessageContaining("recipe/labels.yaml: encoder.sha256: expected 0000");
    }

    private TagSpec spec() {
        return TagSpec.of(home.toString(), 1);
    }

    private static Score score(ScoreText texts, String text) throws Exception {
        return Objects.requireNonNull(texts.score(text, "en").get(LABEL));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
