package org.florilegium.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSpecTest {
    private static final String GOOD = "pipeline: p\noutput: out\nsources:\n  - {name: a, path: b}\n";

    @TempDir
    Path temp;

    @Test
    void allFaultsOfAFileAreToldAtOnceWithPathValueAndRemedy() throws IOException {
        InvalidFileException refused = refusal("""
                pipeline: p
                colour: red
                sources:
                  - {name: a, path: "${input}", flavour: sweet}
                dedup: {bands: 99}
                tag: {policy: sometimes}
                extract: {max_bytes: 5000000000}
                write: {shard_bytes: 0}
                """);

        assertThat(String.valueOf(refused.getMessage()).lines())
                .anyMatch(line -> line.contains(": colour: unknown key, was '\"red\"'; known here are "))
                .anyMatch(line -> line.contains(": sources[0].flavour: unknown key"))
                .anyMatch(line -> line.contains(": sources[0].path: uses ${input}, which is not set; use --set input="))
                .anyMatch(line -> line.contains(": output: is missing; name a folder, or use --set output=DIR"))
                .anyMatch(line -> line.contains(": dedup.bands: must be 1 to 64, was 99"))
                .anyMatch(line -> line.contains(": tag.policy: must be one of none, tier1, auto, all, was 'sometimes'"))
                .anyMatch(line -> line.contains(": extract.max_bytes: must be") && line.contains("'5000000000'"))
                .anyMatch(line -> line.contains(": write.shard_bytes: must be 1 or more, was 0"))
                .hasSize(8);
    }

    @Test
    void aPipelineWithoutSourcesIsRefused() throws IOException {
        assertThat(refusal("pipeline: p\noutput: out\nsources: []\n")).hasMessageContaining("sources: is missing");
        assertThat(refusal("pipeline: p\noutput: out\n")).hasMessageContaining("sources: is missing");
        assertThat(refusal("just words")).hasMessageContaining("must be a YAML mapping");
        assertThat(refusal(GOOD + "output: twice\n")).hasMessageContaining("output");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024_01", "007", "12 # c", "null", "a: b", "[open", "0x10", "1e3", "3"})
    void aTextThatIsSetStaysAsItIs(String value) throws Exception {
        Path file = Files.writeString(temp.resolve("p.yaml"), GOOD);

        PipelineSpec spec = PipelineSpec.read(file, Map.of("output", value), Path.of(""));

        assertThat(spec.output()).isEqualTo(value.equals("1e3") ? "1000.0" : value);
    }

    @Test
    void settingsReachIntoSectionsAndKeepTheirTypes() throws Exception {
        Path file = Files.writeString(temp.resolve("p.yaml"), GOOD);

        PipelineSpec spec = PipelineSpec.read(
                file,
                Map.of(
                        "dedup.bands", "7",
                        "curate.budget", "0.25",
                        "normalize.repair_mojibake", "false",
                        "redact.kinds", "[email, phone]"),
                Path.of(""));

        assertThat(spec.dedup().bands()).isEqualTo(7);
        assertThat(spec.curate().budget()).isEqualTo(0.25);
        assertThat(spec.normalize().repairMojibake()).isFalse();
        assertThat(spec.redact().kinds()).containsExactly("email", "phone");
    }

    private InvalidFileException refusal(String yaml) throws IOException {
        Path file = Files.writeString(temp.resolve("refused.yaml"), yaml);
        return catchThrowableOfType(InvalidFileException.class, () -> PipelineSpec.read(file, Map.of(), Path.of("")));
    }
}
