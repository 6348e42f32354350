package org.florilegium.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyReleaseTest {
    @TempDir
    private Path output;

    private Path shard;
    private Path manifest;

    @BeforeEach
    void write() throws IOException {
        SmallRelease.write(output);
        shard = output.resolve("release/shards/shard-00000.parquet");
        manifest = output.resolve("release/manifest.json");
    }

    @Test
    void findsNothingWrongWithAReleaseAsWritten() throws IOException {
        VerifyRelease.Result result = VerifyRelease.verify(OutputFolder.of(output));

        assertThat(result.faults()).isEmpty();
        assertThat(result.rows()).isEqualTo(3);
    }

    @Test
    void namesTheShardInWhichAByteIsFlipped() throws IOException {
        byte[] bytes = Files.readAllBytes(shard);
        bytes[bytes.length / 3] ^= 1;
        Files.write(shard, bytes);

        assertThat(faults())
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("release/shards/shard-00000.parquet: expected SHA-256 ")
                        .contains("found"));
    }

    @Test
    void namesTheRowThatWasRemovedFromAShard() throws IOException {
        String gone = SmallRelease.removeLastRow(shard);

        List<String> faults = faults();

        assertThat(faults).contains("release/shards/shard-00000.parquet: expected rows '3', found '2'");
        assertThat(faults).anySatisfy(fault -> assertThat(fault).endsWith("missing " + gone));
    }

    @Test
    void namesAManifestWhoseValueWasEdited() throws IOException {
        Files.writeString(manifest, Files.readString(manifest).replace("\"rows\" : 3,", "\"rows\" : 4,"));

        assertThat(faults())
                .anySatisfy(
                        fault -> assertThat(fault).startsWith("release/manifest.json: was edited: expected digest "));
    }

    @Test
    void namesAManifestThatGotAFurtherKey() throws IOException {
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\\{", "{\n  \"signed_by\" : \"me\","));

        assertThat(faults())
                .containsExactly(
                        "release/manifest.json: was edited: its text differs from what its values give, so it holds more or other keys");
    }

    @Test
    void namesStrangersAndMissingFiles() throws IOException {
        Files.writeString(output.resolve("release/shards/extra.parquet"), "x");
        Files.delete(output.resolve("release/stats.json"));

        assertThat(faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("release/shards/extra.parquet: expected only files"))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("release/stats.json: expected a file")
                        .endsWith("found no file"));
    }

    @Test
    void namesAChangedFileOfTheReservoir() throws IOException {
        Path data = OutputFolder.of(output).documents().get(0);
        byte[] bytes = Files.readAllBytes(data);
        bytes[bytes.length / 2] ^= 1;
        Files.write(data, bytes);

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("reservoir/data/documents-")
                .contains("expected SHA-256");
    }

    @Test
    void saysThatAReleaseWithoutManifestWasNeverFinished() throws IOException {
        Files.delete(manifest);

        assertThat(faults()).singleElement().asString().startsWith("release/manifest.json: expected the manifest");
    }

    private List<String> faults() throws IOException {
        return VerifyRelease.verify(OutputFolder.of(output)).faults();
    }
}
