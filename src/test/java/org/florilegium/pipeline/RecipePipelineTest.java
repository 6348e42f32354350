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
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.parquet.RowReader;
import org.florilegium.sink.Accounting;
import org.florilegium.sink.Json;
import org.florilegium.spec.InvalidFileException;
import org.florilegium.spec.PipelineSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecipePipelineTest {
    private static final String LONG = "The potter said that clay has a memory of the river and that"
            + " hands have to wait until the wheel and the water agree, for the bowl is made of patience. ";

    @TempDir
    Path temp;

    private Path input = Path.of("");

    @BeforeEach
    void writeInput() throws IOException {
        input = Files.createDirectories(temp.resolve("in"));
        Files.write(
                input.resolve("docs.jsonl"),
                List.of(
                        line("prose", prose(1)),
                        line("again", prose(1)),
                        line("near", prose(1) + "Amen."),
                        line("other", prose(2)),
                        line("short", "Too short.")));
    }

    @ParameterizedTest
    @EnumSource(
            value = EngineSpec.Kind.class,
            names = {"DIRECT", "EMBEDDED"})
    void releasesEachDocumentThatPassesOnceAsItWasRead(EngineSpec.Kind engine) throws Exception {
        Path output = temp.resolve("out");

        run(output, "gopher-quality", engine);

        List<GenericRecord> rows = rows(output);
        assertThat(rows).extracting(row -> row.get("text").toString()).contains(prose(2));
        assertThat(rows).hasSize(2).allSatisfy(row -> {
            assertThat(row.getSchema().getField("scores")).isNull();
            assertThat((List<?>) row.get("passages")).isEmpty();
            assertThat(((GenericRecord) row.get("selection")).get("copies")).isEqualTo(1);
        });
        assertThat(dropped(output)).containsEntry("filter", Map.of("gopher_short_doc", 1L));
    }

    @Test
    void anUnknownRecipeIsRefusedByName() {
        assertThatThrownBy(() -> run(temp.resolve("out"), "gopher-qualty", EngineSpec.Kind.DIRECT))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("recipe:")
                .hasMessageContaining("gopher-qualty");
    }

    private void run(Path output, String recipe, EngineSpec.Kind engine) throws Exception {
        PipelineSpec spec = PipelineSpec.read(
                Path.of("pipelines/recipe.yaml"),
                new TreeMap<>(Map.of("input", input.toString(), "output", output.toString(), "recipe", recipe)),
                Path.of(""));
        new Run(spec, new Run.Options(engine, "", false, Optional.empty())).all();
    }

    private static List<GenericRecord> rows(Path output) throws IOException {
        List<GenericRecord> rows = new ArrayList<>();
        for (Path shard : Folders.files(output.resolve("release/shards"))) {
            try (RowReader reader = RowReader.open(shard)) {
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static Map<String, Map<String, Long>> dropped(Path output) throws IOException {
        Map<String, Map<String, Long>> dropped = new TreeMap<>();
        Json.read(output.resolve("accounting.json"), Accounting.class)
                .stages()
                .forEach(stage -> dropped.put(stage.stage(), new TreeMap<>(stage.dropped())));
        return dropped;
    }

    /** Sixty words or more, with other names in each variant. */
    private static String prose(int variant) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append(LONG.replace("bowl", "bowl" + (char) ('a' + variant * 7 + i))
                    .replace("river", "river" + (char) ('b' + variant * 5 + i))
                    .replace("hands", "hands" + (char) ('c' + variant * 3 + i)));
        }
        return text.toString();
    }

    private static String line(String id, String text) {
        return "{\"id\": \"" + id + "\", \"text\": \"" + text + "\"}";
    }
}
