package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeutralLogitsTest {
    private static final int THREAT = 0;
    private static final int GRATITUDE = 1;

    @TempDir
    Path temp;

    private final List<String> seen = new ArrayList<>();

    @Test
    void scoresHarmAlikeWhoeverIsNamedAndAllElseOfTheTextItself() throws Exception {
        NeutralLogits logits = new NeutralLogits(spec("groups: named-groups-1"));

        float[] poles = logits.of("Thank the Poles", "en", this::hash);
        float[] women = logits.of("Thank the gay women", "en", this::hash);

        assertThat(poles[THREAT]).isEqualTo(women[THREAT]);
        assertThat(poles[GRATITUDE]).isEqualTo(hash("Thank the Poles")[GRATITUDE]);
        assertThat(women[GRATITUDE]).isEqualTo(hash("Thank the gay women")[GRATITUDE]);
    }

    @Test
    void asksTheModelOnceWhereNobodyIsNamed() throws Exception {
        new NeutralLogits(spec("groups: named-groups-1")).of("Thank the rain", "en", this::hash);

        assertThat(seen).containsExactly("Thank the rain");
    }

    @Test
    void asksTheModelOnceWhereTheClassifierDoesNotWantIt() throws Exception {
        new NeutralLogits(spec("")).of("Thank the Poles", "en", this::hash);

        assertThat(seen).containsExactly("Thank the Poles");
    }

    @Test
    void refusesAWayItDoesNotKnow() {
        assertThatThrownBy(() -> spec("groups: named-groups-2"))
                .isInstanceOf(ClassifierException.class)
                .hasMessageContaining("labels.yaml: input.groups: expected 'named-groups-1', found 'named-groups-2'");
    }

    private ClassifierSpec spec(String groups) throws Exception {
        Path folder = Fixtures.classifier(temp, "tiny", 1);
        Path labels = folder.resolve("labels.yaml");
        Files.writeString(
                labels,
                Files.readString(labels).replace("bits: 12", groups.isEmpty() ? "bits: 12" : "bits: 12, " + groups));
        return ClassifierFolder.read(folder).spec();
    }

    private float[] hash(String text) {
        seen.add(text);
        return new float[] {text.hashCode(), -text.hashCode()};
    }
}
