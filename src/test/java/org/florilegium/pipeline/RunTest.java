package org.florilegium.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.florilegium.sink.Accounting;
import org.florilegium.sink.Json;
import org.florilegium.sink.ReleaseManifest;
import org.florilegium.spec.InvalidFileException;
import org.florilegium.spec.PipelineSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    @TempDir
    Path temp;

    private Path input = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void writeInput() throws IOException {
        input = Files.createDirectories(temp.resolve("in"));
        output = temp.resolve("out");
        Files.writeString(input.resolve("a.txt"), "In the morning the baker opens the shop and greets everyone.\n");
        Files.writeString(input.resolve("b.txt"), "In the morning the baker opens the shop and greets everyone.\n");
        Files.writeString(input.resolve("c.txt"), "The river rose in spring, and the neighbours carried sand.\n");
        Files.writeString(input.resolve("empty.txt"), "");
    }

    @Test
    void aSecondRunIntoAFinishedOutputLeavesEveryByte() throws Exception {
        run(Map.of()).all();
        Map<String, String> before = bytes(output);

        run(Map.of()).all();
        run(Map.of()).ingest();

        assertThat(bytes(output)).isEqualTo(before);
        assertThat(state()).isEqualTo("finished");
    }

    @Test
    void twoRunsGiveTheSameReleaseOnEitherEngine() throws Exception {
        run(Map.of()).all();
        Path other = temp.resolve("other");
        new Run(spec(other, Map.of()), new Run.Options(EngineSpec.Kind.EMBEDDED, "", false, Optional.empty())).all();

        assertThat(bytes(other.resolve("release"))).isEqualTo(bytes(output.resolve("release")));
        assertThat(bytes(output.resolve("release"))).containsKey("manifest.json");
    }

    @Test
    void goesOnAfterADeathBeforeTheCommitDuringTheNoteOfItAndBeforeTheRelease() throws Exception {
        run(Map.of()).all();
        Map<String, String> whole = bytes(output.resolve("release"));
        String accounting = Files.readString(output.resolve("accounting.json"));

        for (String death : new String[] {"before_commit", "after_commit", "before_release"}) {
            FolderDeletion.delete(output.resolve("release"));
            Files.delete(output.resolve("accounting.json"));
            rewind(death.equals("before_release") ? "ingested" : "ingesting");
            if (death.equals("before_commit")) {
                FolderDeletion.delete(output.resolve("reservoir/manifests"));
                Files.writeString(output.resolve("reservoir/data/.half.tmp"), "half");
            }

            run(Map.of()).all();

            assertThat(bytes(output.resolve("release"))).as(death).isEqualTo(whole);
            assertThat(output.resolve("accounting.json")).as(death).hasContent(accounting);
            assertThat(output.resolve("reservoir/data/.half.tmp")).doesNotExist();
            assertThat(Folders.files(output.resolve("reservoir/manifests"))).hasSize(1);
        }
    }

    @Test
    void refusesAChangedPipelineInputOrProfile() throws Exception {
        run(Map.of()).all();

        assertThatThrownBy(() -> run(Map.of("segment.max_words", "200")).all())
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("the pipeline has changed since")
                .hasMessageContaining("--fresh");
        assertThatThrownBy(() -> run(Map.of("curate.budget", "0.2")).all())
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("was made with other profiles or settings");
        Files.writeString(input.resolve("d.txt"), "One more.");
        assertThatThrownBy(() -> run(Map.of()).all())
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("the input has changed since");
    }

    @Test
    void refusesFoldersItCannotUse() throws Exception {
        Files.createDirectories(output.resolve("reservoir"));
        assertThatThrownBy(() -> run(Map.of()).all())
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("holds a reservoir but no run.json");

        output = input.resolve("a.txt").resolve("out");
        assertThatThrownBy(() -> run(Map.of()).all())
                .isInstanceOf(RunRefusedException.class)
                .hasMessageStartingWith("output: cannot write into '" + output);

        output = temp.resolve("curate_only");
        assertThatThrownBy(() -> run(Map.of()).curate())
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("run 'ingest' into it first");

        output = temp.resolve("no_input");
        input = temp.resolve("nowhere");
        assertThatThrownBy(() -> run(Map.of()).all()).hasMessageContaining("nowhere");
    }

    @Test
    void aRunOfNothingButFaultsStillEndsWithAReleaseAndAccounting() throws Exception {
        for (String name : new String[] {"a.txt", "b.txt", "c.txt"}) {
            Files.delete(input.resolve(name));
        }

        run(Map.of()).all();

        Accounting accounting = Json.read(output.resolve("accounting.json"), Accounting.class);
        assertThat(accounting.stage("source").deadLettered()).containsExactly(Map.entry("empty_file", 1L));
        assertThat(Json.read(output.resolve("release/manifest.json"), ReleaseManifest.class)
                        .documents())
                .isZero();
    }

    @Test
    void aChangedOrMissingModelIsNamed() throws Exception {
        Path classifiers = temp.resolve("classifiers");
        try (Stream<Path> files = Files.walk(Path.of("classifiers/ngrams"))) {
            for (Path file : files.toList()) {
                Path copy = classifiers.resolve(Path.of("classifiers").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path model;
        try (Stream<Path> files = Files.walk(classifiers)) {
            model = files.filter(file -> file.toString().endsWith(".onnx"))
                    .findFirst()
                    .orElseThrow();
        }
        Map<String, String> settings = Map.of("tag.classifiers", classifiers.toString());
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length / 2] ^= 1;
        Files.write(model, bytes);

        assertThatThrownBy(() -> run(settings).all())
                .hasMessageContaining(model.getFileName().toString())
                .hasMessageContaining(DigestUtils.sha256Hex(bytes));
        Files.delete(model);
        assertThatThrownBy(() -> run(settings).all())
                .hasMessageContaining(model.getFileName().toString());
    }

    private Run run(Map<String, String> settings) throws InvalidFileException {
        return new Run(spec(output, settings), new Run.Options(EngineSpec.Kind.DIRECT, "", false, Optional.empty()));
    }

    private PipelineSpec spec(Path into, Map<String, String> settings) throws InvalidFileException {
        Map<String, String> all = new TreeMap<>(Map.of("tag.policy", "tier1", "curate.budget", "1"));
        all.putAll(settings);
        all.put("input", input.toString());
        all.put("output", into.toString());
        return PipelineSpec.read(Path.of("pipelines/folder.yaml"), all, Path.of(""));
    }

    private String state() throws IOException {
        return Json.read(output.resolve("run.json"), RunState.class).state();
    }

    private void rewind(String state) throws IOException {
        Path file = output.resolve("run.json");
        Json.write(file, Json.read(file, RunState.class).withState(state, ""));
    }

    private static Map<String, String> bytes(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        }
        return digests;
    }
}
