package org.florilegium.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.florilegium.balance.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"plural", "practical-care"})
    void readsTheProfilesThatComeWithTheProject(String name) {
        Profile profile = ProfileReader.read(Path.of("pipelines", "profiles", name + ".yaml"));

        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.wants()).extracting(Target::dimension).containsExactly("tradition", "language");
        assertThat(profile.unreviewed()).isFalse();
        assertThat(profile.keepsOut()).isNotEmpty();
    }

    @Test
    void fillsInDefaults() {
        Profile profile = ProfileReader.parse("{name: small, steward: someone}", "small.yaml");

        assertThat(profile.budget()).isEqualTo(1);
        assertThat(profile.unknownLicence()).isTrue();
        assertThat(profile.takes("anything")).isTrue();
        assertThat(profile.wants()).isEmpty();
    }

    @Test
    void reportsAllFaultsWithPathAndValue() {
        String yaml = """
                name: Bad Name
                wants:
                  tradition: {alpha: 3, shares: {islamic: -1}}
                keeps_out:
                  labels:
                    - {label: harm.hate, stances: [shouts]}
                speed: 9
                """;

        assertThatThrownBy(() -> ProfileReader.parse(yaml, "bad.yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad.yaml: name: ")
                .hasMessageContaining("bad.yaml: the profile: ")
                .hasMessageContaining("'steward'")
                .hasMessageContaining("bad.yaml: wants.tradition.alpha: ")
                .hasMessageContaining(", was 3")
                .hasMessageContaining("bad.yaml: wants.tradition.shares.islamic: ")
                .hasMessageContaining("bad.yaml: keeps_out.labels[0].stances[0]: ")
                .hasMessageContaining("'speed'");
    }

    @Test
    void refusesSharesThatAddUpToMoreThanOne() {
        String yaml = "{name: x, steward: y, wants: {tradition: {unknown: 0.5, shares: {islamic: 0.6}}}}";

        assertThatThrownBy(() -> ProfileReader.parse(yaml, "x.yaml"))
                .hasMessageContaining("x.yaml: wants.tradition.shares: together with unknown they must be at most 1");
    }

    @Test
    void matchesLicencesByPrefixWhereAStarEndsThem() {
        Profile profile = ProfileReader.parse(
                "{name: x, steward: y, takes: {licences: [cc-by*, mit], unknown_licence: false}}", "x.yaml");

        assertThat(profile.takes("CC-BY-SA-4.0")).isTrue();
        assertThat(profile.takes("MIT")).isTrue();
        assertThat(profile.takes("proprietary")).isFalse();
        assertThat(profile.takes("")).isFalse();
    }
}
