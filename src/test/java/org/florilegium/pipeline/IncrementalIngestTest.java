package org.florilegium.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.parquet.RowReader;
import org.florilegium.sink.Accounting;
import org.florilegium.sink.Json;
import org.florilegium.sink.ReleaseManifest;
import org.florilegium.sink.Reservoir;
import org.florilegium.sink.ReservoirFile;
import org.florilegium.spec.PipelineSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One ingest of two inputs, and one after the other, end in the same release to the byte. */
class IncrementalIngestTest {
    private static final int DOCUMENTS = 60;

    @TempDir
    Path temp;

    @BeforeEach
    void writeInputs() throws IOException {
        List<String> some = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < DOCUMENTS; i++) {
            // few numbers, so that whole texts, nearly the same ones and single paragraphs meet in both inputs
            String text = prose(random.nextInt(25)) + "\n\n" + prose(100 + random.nextInt(8));
            if (random.nextInt(3) == 0) {
                text += "\n\nAmen to this, says number " + random.nextInt(3) + ".";
            }
            (random.nextBoolean() ? some : others).add(Json.line(Map.of("id", "d" + i, "text", text)));
        }
        some.add(Json.line(Map.of("id", "short", "text", "Too short.")));
        Files.write(Files.createDirectories(temp.resolve("a")).resolve("a.jsonl"), some);
        Files.write(Files.createDirectories(temp.resolve("b")).resolve("b.jsonl"), others);
        Path both = Files.createDirectories(temp.resolve("both"));
        Files.write(both.resolve("a.jsonl"), some);
        Files.write(both.resolve("b.jsonl"), others);
    }

    @ParameterizedTest
    @CsvSource({"a, b, DIRECT", "b, a, DIRECT", "a, b, EMBEDDED", "b, a, EMBEDDED"})
    void endsAsOneIngestOfEverything(String first, String second, EngineSpec.Kind engine) throws Exception {
        Path once = temp.resolve("once");
        run(once, "both", EngineSpec.Kind.DIRECT, false).all();
        Path twice = temp.resolve("twice");
        run(twice, first, engine, false).ingest();

        run(twice, second, engine, true).all();

        assertThat(manifest(twice).contentDigest()).isEqualTo(manifest(once).contentDigest());
        assertThat(manifest(twice).shards()).isEqualTo(manifest(once).shards());
        assertThat(accounting(twice)).isEqualTo(accounting(once));
        assertThat(twice.resolve("release/stats.json")).hasSameTextualContentAs(once.resolve("release/stats.json"));
        assertThat(twice.resolve("release/audit.json")).hasSameTextualContentAs(once.resolve("release/audit.json"));
        assertThat(accounting(once).stage("dedup").dropped().get("exact_duplicate"))
                .isPositive();
        assertThat(accounting(once).stage("cluster").dropped().get("near_duplicate"))
                .isPositive();
    }

    @Test
    void writesATextThatTheReservoirHoldsOnlyOnce() throws Exception {
        Path output = temp.resolve("out");
        run(output, "a", EngineSpec.Kind.DIRECT, false).ingest();

        run(output, "b", EngineSpec.Kind.DIRECT, true).ingest();

        Map<String, Integer> texts = new TreeMap<>();
        int origins = 0;
        Reservoir reservoir = new Reservoir(output.resolve("reservoir"));
        for (ReservoirFile file : reservoir.files("documents")) {
            try (RowReader reader = RowReader.open(reservoir.folder().resolve(file.path()))) {
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    if (!row.get("text").toString().isEmpty()) {
                        texts.merge(row.get("document_id").toString(), 1, Integer::sum);
                    }
                    origins += ((List<?>) row.get("origins")).size();
                }
            }
        }
        // b.jsonl comes after a.jsonl, so no sighting in it has the lower origin
        assertThat(texts.values()).containsOnly(1);
        assertThat(origins).isEqualTo(DOCUMENTS);
        assertThat(reservoir.manifests()).hasSize(2);
    }

    @Test
    void keepsTheReleaseBeforeAsItWas() throws Exception {
        Path output = temp.resolve("out");
        run(output, "a", EngineSpec.Kind.DIRECT, false).all();
        ReleaseManifest before = manifest(output);

        run(output, "b", EngineSpec.Kind.DIRECT, true).all();
        run(output, "b", EngineSpec.Kind.DIRECT, true).all(); // nothing new

        List<Path> archived;
        try (var list = Files.list(output.resolve("releases"))) {
            archived = list.toList();
        }
        assertThat(archived).hasSize(1);
        assertThat(Json.read(archived.get(0).resolve("manifest.json"), ReleaseManifest.class))
                .isEqualTo(before);
        assertThat(manifest(output).contentDigest()).isNotEqualTo(before.contentDigest());
    }

    @Test
    void refusesAnotherInputUnlessItIsToBeAdded() throws Exception {
        Path output = temp.resolve("out");
        run(output, "a", EngineSpec.Kind.DIRECT, false).ingest();

        assertThatThrownBy(() -> run(output, "b", EngineSpec.Kind.DIRECT, false).ingest())
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("the input has changed")
                .hasMessageContaining("--add to add to it");
    }

    private Run run(Path output, String input, EngineSpec.Kind engine, boolean add) throws Exception {
        Map<String, String> settings = new TreeMap<>();
        settings.put("input", temp.resolve(input).toString());
        settings.put("output", output.toString());
        settings.put("recipe", "gopher-quality");
        settings.put("dedup.paragraphs.policy", "edit");
        settings.put("dedup.lines.policy", "tag");
        PipelineSpec spec = PipelineSpec.read(Path.of("pipelines/recipe.yaml"), new TreeMap<>(settings), Path.of(""));
        return new Run(spec, new Run.Options(engine, "", false, add, Optional.empty()));
    }

    private static ReleaseManifest manifest(Path output) throws IOException {
        return Json.read(output.resolve("release/manifest.json"), ReleaseManifest.class);
    }

    private static Accounting accounting(Path output) throws IOException {
        return Json.read(output.resolve("accounting.json"), Accounting.class);
    }

    /** Some sixty words, many of them of that number alone. */
    private static String prose(int number) {
        StringBuilder name = new StringBuilder(); // in letters, as near duplicates do not differ by numbers
        Integer.toString(number, 10).chars().forEach(digit -> name.append((char) ('a' + 2 * (digit - '0'))));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            char letter = (char) ('a' + i);
            text.append("The potter")
                    .append(name)
                    .append(letter)
                    .append(" said that the clay")
                    .append(name);
            text.append(" of the river").append(letter).append(name).append(" has to wait with the hands. ");
        }
        return text.toString().strip();
    }
}
