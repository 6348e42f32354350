package org.florilegium.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.DocumentId;
import org.florilegium.parquet.RowReader;
import org.florilegium.sink.Accounting;
import org.florilegium.sink.Json;
import org.florilegium.sink.ReleaseManifest;
import org.florilegium.spec.PipelineSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepeatedTextPipelineTest {
    private static final String SHARED =
            "All rights to these pages are with the village of the potters and nobody else";
    private static final String FOOTER = "Read more about the river and its clay on the next page";

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(
            value = EngineSpec.Kind.class,
            names = {"DIRECT", "EMBEDDED"})
    void keepsAParagraphInTheLowestDocumentAndCutsItInTheOthers(EngineSpec.Kind engine) throws Exception {
        List<String> texts = List.of(
                own(1) + "\n\n" + SHARED,
                own(2) + "\n\n" + SHARED.toUpperCase(Locale.ROOT) + "\n\n" + own(3),
                SHARED + "\n\n" + own(4));

        Path output = run("edit", texts, engine, Map.of("dedup.paragraphs.policy", "edit"));

        String lowest = texts.stream().map(DocumentId::of).sorted().toList().get(0);
        for (GenericRecord row : rows(output)) {
            String text = row.get("text").toString();
            String before = texts.stream()
                    .filter(one ->
                            DocumentId.of(one).equals(row.get("document_id").toString()))
                    .findFirst()
                    .orElseThrow();
            boolean keeps = row.get("document_id").toString().equals(lowest);
            assertThat(text).isEqualTo(keeps ? before : without(before));
            assertThat(excised(row)).isEqualTo(keeps ? List.of() : List.of(cut(before)));
            assertThat(counts(row)).isEqualTo(keeps ? List.of("3 in 3 at " + SHARED.length()) : List.of());
            assertThat(measurement(row, "dedup.paragraphs_further")).isEqualTo(keeps ? 0 : 1);
            assertThat(measurement(row, "dedup.paragraphs_most_documents")).isEqualTo(3);
        }
        assertThat(rows(output)).hasSize(3);
    }

    @Test
    void aTagMeasuresAndLeavesTheTextAlone() throws Exception {
        List<String> texts = List.of(own(1) + "\n\n" + SHARED, own(2) + "\n\n" + SHARED);

        Path output = run("tag", texts, EngineSpec.Kind.DIRECT, Map.of("dedup.paragraphs.policy", "tag"));

        List<GenericRecord> rows = rows(output);
        assertThat(rows).extracting(row -> row.get("text").toString()).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(rows).allSatisfy(row -> assertThat(counts(row)).containsExactly("2 in 2 at " + SHARED.length()));
        assertThat(rows)
                .extracting(
                        row -> ((GenericRecord) row.get("rules")).get("flags").toString())
                .containsExactlyInAnyOrder("[]", "[dedup:repeated_paragraphs]");
    }

    @Test
    void dropsADocumentOfWhichNothingStays() throws Exception {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            texts.add(own(i));
        }
        texts.add(own(1) + "\n\n" + own(2) + "\n\n" + own(3));

        Path output = run("empty", texts, EngineSpec.Kind.DIRECT, Map.of("dedup.paragraphs.policy", "edit"));

        Accounting.Stage cluster =
                Json.read(output.resolve("accounting.json"), Accounting.class).stage("cluster");
        assertThat(rows(output))
                .extracting(row -> row.get("text").toString())
                .containsExactlyInAnyOrderElementsOf(survivors(texts));
        assertThat(cluster.in()).isEqualTo(4);
        assertThat(cluster.dropped())
                .containsEntry("repeated_text", 4L - survivors(texts).size());
        assertThat(cluster.out()).isEqualTo(survivors(texts).size());
    }

    @Test
    void cutsLinesOutsideOfWhatWentWithParagraphs() throws Exception {
        List<String> texts = List.of(
                own(1) + "\n" + FOOTER + "\n\n" + SHARED,
                own(2) + "\n" + FOOTER + "\n\n" + SHARED,
                own(3) + "\n" + FOOTER + "\n\n" + own(4));
        Map<String, String> both = Map.of("dedup.paragraphs.policy", "edit", "dedup.lines.policy", "edit");

        Path output = run("lines", texts, EngineSpec.Kind.DIRECT, both);

        String all = String.join(
                "\n",
                rows(output).stream().map(row -> row.get("text").toString()).toList());
        assertThat(all).containsOnlyOnce(FOOTER).containsOnlyOnce(SHARED);
        assertThat(rows(output))
                .extracting(row -> row.get("text").toString())
                .allSatisfy(text -> assertThat(text).startsWith("Own").doesNotEndWith("\n"));
    }

    @Test
    void theReleaseDoesNotDependOnTheOrderOfTheInput() throws Exception {
        Random random = new Random(3);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> paragraphs = new ArrayList<>(List.of(own(100 + i)));
            for (int j = random.nextInt(4); j > 0; j--) {
                paragraphs.add(own(random.nextInt(6)));
            }
            texts.add(String.join("\n\n", paragraphs));
        }
        Map<String, String> edit = Map.of("dedup.paragraphs.policy", "edit", "dedup.lines.policy", "tag");

        List<String> first = texts(run("first", texts, EngineSpec.Kind.EMBEDDED, edit));
        Collections.shuffle(texts, random);

        assertThat(texts(run("second", texts, EngineSpec.Kind.DIRECT, edit))).isEqualTo(first);
    }

    @Test
    void refusesAReservoirThatWasFilledWithoutIt() throws Exception {
        Path output = run("without", List.of(own(1)), EngineSpec.Kind.DIRECT, Map.of());
        FolderDeletion.delete(output.resolve("release"));

        assertThatThrownBy(() -> new Run(
                                spec("without", Map.of("dedup.lines.policy", "edit")), options(EngineSpec.Kind.DIRECT))
                        .curate())
                .hasMessageContaining("dedup.lines.policy: the reservoir was filled without it");
    }

    private Path run(String name, List<String> texts, EngineSpec.Kind engine, Map<String, String> settings)
            throws Exception {
        Path input = Files.createDirectories(temp.resolve("in-" + name));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            lines.add(Json.line(Map.of("id", "t" + i, "text", texts.get(i))));
        }
        Files.write(input.resolve("docs.jsonl"), lines);
        new Run(spec(name, settings), options(engine)).all();
        return temp.resolve("out-" + name);
    }

    private PipelineSpec spec(String name, Map<String, String> settings) throws Exception {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("input", temp.resolve("in-" + name).toString());
        all.put("output", temp.resolve("out-" + name).toString());
        all.put("recipe", "empty");
        all.put("dedup.bands", "1"); // so that only the same texts are near duplicates
        all.put("dedup.rows", "64");
        all.put("dedup.paragraphs.min_words", "5");
        all.put("dedup.lines.min_words", "5");
        return PipelineSpec.read(Path.of("pipelines/recipe.yaml"), new TreeMap<>(all), Path.of(""));
    }

    private static Run.Options options(EngineSpec.Kind engine) {
        return new Run.Options(engine, "", false, Optional.empty());
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
        assertThat(Json.read(output.resolve("release/manifest.json"), ReleaseManifest.class)
                        .rows())
                .isEqualTo(rows.size());
        return rows;
    }

    private static List<String> texts(Path output) throws IOException {
        return rows(output).stream()
                .map(row -> row.get("document_id") + " " + row.get("text") + " " + row.get("units") + " "
                        + row.get("rules") + row.get("excised"))
                .toList();
    }

    private static List<String> excised(GenericRecord row) {
        return ((List<?>) row.get("excised"))
                .stream()
                        .map(one -> (GenericRecord) one)
                        .map(one -> one.get("start") + " to " + one.get("end") + " " + one.get("reason"))
                        .toList();
    }

    private static List<String> counts(GenericRecord row) {
        String text = row.get("text").toString();
        List<String> counts = new ArrayList<>();
        for (Object one : (List<?>) ((GenericRecord) row.get("units")).get("list")) {
            GenericRecord unit = (GenericRecord) one;
            int start = (Integer) unit.get("start");
            assertThat(text.substring(start)).startsWithIgnoringCase(SHARED);
            counts.add(unit.get("occurrences") + " in " + unit.get("documents") + " at "
                    + ((Integer) unit.get("end") - start));
        }
        return counts;
    }

    private static double measurement(GenericRecord row, String name) {
        Map<?, ?> measurements = (Map<?, ?>) ((GenericRecord) row.get("rules")).get("measurements");
        for (Map.Entry<?, ?> entry : measurements.entrySet()) {
            if (entry.getKey().toString().equals(name)) {
                return (Double) entry.getValue();
            }
        }
        throw new AssertionError("no measurement " + name + " in " + measurements);
    }

    private static String without(String text) {
        List<String> stay = new ArrayList<>(List.of(text.split("\n\n", -1)));
        stay.removeIf(SHARED::equalsIgnoreCase);
        return String.join("\n\n", stay);
    }

    private static String cut(String text) {
        int start = text.toLowerCase(Locale.ROOT).indexOf(SHARED.toLowerCase(Locale.ROOT));
        return start + " to " + (start + SHARED.length()) + " repeated_paragraph";
    }

    /** What stays of texts whose paragraphs are all shared: each in its lowest document. */
    private static List<String> survivors(List<String> texts) {
        List<String> sorted = texts.stream()
                .sorted(java.util.Comparator.comparing(DocumentId::of))
                .toList();
        List<String> seen = new ArrayList<>();
        List<String> survivors = new ArrayList<>();
        for (String text : sorted) {
            List<String> stay = new ArrayList<>(List.of(text.split("\n\n", -1)));
            stay.removeAll(seen);
            seen.addAll(stay);
            if (!stay.isEmpty()) {
                survivors.add(String.join("\n\n", stay));
            }
        }
        return survivors;
    }

    /** A paragraph that no other number has. */
    private static String own(int number) {
        StringBuilder word = new StringBuilder(); // in letters, as near duplicates do not differ by numbers
        Integer.toString(number, 10).chars().forEach(digit -> word.append((char) ('a' + 2 * (digit - '0'))));
        return "Own " + word + " words of " + word + " stand here: "
                + ("clay" + word + " river" + word + " ").repeat(4).strip();
    }
}
