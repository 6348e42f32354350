package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.florilegium.document.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierFolderTest {
    @TempDir
    Path temp;

    @Test
    void readsASoundFolder() throws Exception {
        Path folder = Fixtures.classifier(temp, "tiny", 1);

        ClassifierFolder read = ClassifierFolder.read(folder);

        assertThat(read.spec().name()).isEqualTo("tiny");
        assertThat(read.spec().labels())
                .extracting(LabelSpec::name)
                .containsExactly("harm.threat", "prosocial.gratitude");
        assertThat(read.digest()).hasSize(64);
    }

    @Test
    void namesBothHashesOfAModelThatWasChanged() throws Exception {
        Path folder = Fixtures.classifier(temp.resolve("classifiers"), "tiny", 1);
        Files.writeString(folder.resolve("model.onnx"), "changed");

        assertThatThrownBy(() -> ClassifierFolder.read(folder))
                .isInstanceOf(ClassifierException.class)
                .hasMessageMatching(
                        "classifiers/tiny/labels.yaml: model.sha256: expected [0-9a-f]{64}, found [0-9a-f]{64}"
                                + " in model.onnx");
    }

    @Test
    void saysWhereItLookedForAMissingModel() throws Exception {
        Path folder = Fixtures.classifier(temp, "tiny", 1);
        Files.delete(folder.resolve("model.onnx"));

        assertThatThrownBy(() -> ClassifierFolder.read(folder))
                .isInstanceOf(ClassifierException.class)
                .hasMessageContaining("labels.yaml: model.file: no file model.onnx (looked in " + folder + ")");
    }

    @Test
    void reportsUnknownMissingAndWrongKeysAtOnce() throws Exception {
        Path folder = Fixtures.classifier(temp, "tiny", 1);
        Path labels = folder.resolve("labels.yaml");
        Files.writeString(
                labels,
                Files.readString(labels)
                        .replace("bits: 12", "bits: 99, colour: red")
                        .replace("version: 0.1.0", "")
                        .replace("status: calibrated", "status: perfect"));

        assertThatThrownBy(() -> ClassifierFolder.read(folder))
                .hasMessageContaining("input.colour: unknown key; known here: bits, features, groups")
                .hasMessageContaining("input.bits: expected an integer from 8 to 24, found '99'")
                .hasMessageContaining("version: is missing")
                .hasMessageContaining("labels[0].status: unknown value 'perfect'");
    }

    @Test
    void refusesAHomeWithoutClassifiers() {
        assertThatThrownBy(() -> ClassifierFolder.readAll(temp))
                .isInstanceOf(ClassifierException.class)
                .hasMessageContaining("found none");
    }

    @Test
    void abstainsOnHarmAndLeavesOthersOutInALanguageWithoutFigures() throws Exception {
        ClassifierFolder folder = ClassifierFolder.read(Fixtures.classifier(temp, "tiny", 1));

        assertThat(folder.score(0, 5, "sw")).hasValueSatisfying(score -> {
            assertThat(score.call()).isEqualTo(Call.ABSTAIN);
            assertThat(score.lo()).isZero();
            assertThat(score.hi()).isEqualTo(1);
        });
        assertThat(folder.score(1, 5, "sw")).isEmpty();
        assertThat(folder.score(1, 5, "en-GB")).isPresent();
    }

    @Test
    void interpolatesBetweenKnots() throws Exception {
        ClassifierFolder folder = ClassifierFolder.read(Fixtures.classifier(temp, "tiny", 1));

        assertThat(folder.score(0, 0, "en").orElseThrow().p()).isEqualTo(0.5);
        assertThat(folder.score(0, 9, "en").orElseThrow().call()).isEqualTo(Call.YES);
        assertThat(folder.score(0, -9, "en").orElseThrow().call()).isEqualTo(Call.NO);
    }
}
