package org.florilegium.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.florilegium.document.Attribution;
import org.florilegium.document.Call;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.DocumentId;
import org.florilegium.document.Exclusion;
import org.florilegium.document.Hygiene;
import org.florilegium.document.Lineage;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Provenance;
import org.florilegium.document.Score;
import org.florilegium.document.Tags;
import org.florilegium.document.Tier;
import org.florilegium.parquet.RowReader;
import org.florilegium.parquet.RowWriter;
import org.florilegium.row.DocumentRows;
import org.florilegium.row.ExclusionRows;
import org.florilegium.row.RowSchema;
import org.florilegium.row.Selection;
import org.florilegium.sink.Accounting;
import org.florilegium.sink.Json;
import org.florilegium.sink.PlannedRow;
import org.florilegium.sink.ReleaseManifest;
import org.florilegium.sink.Reservoir;
import org.florilegium.sink.ReservoirFile;
import org.florilegium.sink.ReservoirManifest;
import org.florilegium.sink.RowChange;
import org.florilegium.sink.RowPlan;
import org.florilegium.sink.ShardCuts;
import org.florilegium.sink.ShardEntry;
import org.florilegium.sink.WriteRelease;

/** Writes a release of three documents in one shard, with a reservoir of four, through the classes that runs use. */
public final class SmallRelease {
    /** Installed labels. */
    public static final List<String> LABELS = List.of("harm.toxicity", "prosocial.gratitude");

    private static final List<String> TEXTS = List.of(
            "Thank you for the bread, neighbour.",
            "You are a fool and everyone knows it.",
            "물이 깊으면 소리가 없다.",
            "Buy now, only today, only here.");

    private SmallRelease() {}

    /** Id of the document made of text number {@code index}; the last one is left out of the release. */
    public static String id(int index) {
        return DocumentId.of(TEXTS.get(index));
    }

    /** Writes the output folder. */
    public static void write(Path output) throws IOException {
        Path data = writeReservoir(output.resolve("reservoir"));
        Path release = output.resolve("release");
        Path plan = output.resolve("rows.plan");
        try (RowPlan.Writer writer = new RowPlan.Writer(plan)) {
            for (int row = 0; row < 3; row++) {
                writer.write(new PlannedRow(
                        row,
                        id(row),
                        1,
                        List.of(),
                        RowChange.none(),
                        new Selection("default", "default", row + 1, 1.5, 0.25, "w")));
            }
        }
        Pipeline pipeline = Pipeline.create();
        pipeline.apply(Create.of(KV.of(data.toString(), plan.toString())))
                .apply(new WriteRelease(new WriteRelease.Spec(
                        release.toString(), LABELS, ShardCuts.NONE, footer(), (document, excised) -> document)));
        pipeline.run().waitUntilFinish();
        Files.delete(plan);
        finish(output, release);
    }

    private static Path writeReservoir(Path folder) throws IOException {
        Reservoir reservoir = new Reservoir(folder);
        DocumentRows rows = new DocumentRows(RowSchema.of(LABELS));
        List<GenericRecord> documents = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            documents.add(rows.toRecord(document(i)));
        }
        RowWriter.Written written;
        try (RowWriter writer = new RowWriter(folder.resolve("data/tmp"), RowSchema.of(LABELS), footer())) {
            for (GenericRecord row : documents) {
                writer.write(row);
            }
            written = writer.finish();
        }
        String path = "data/documents-" + written.digest().substring(0, 32) + ".parquet";
        written.moveTo(folder.resolve(path));
        reservoir.commit(new ReservoirManifest(
                1,
                "pipeline",
                "",
                LABELS,
                List.of(new ReservoirFile(path, "documents", 4, written.bytes(), written.digest()))));
        return folder.resolve(path);
    }

    private static Document document(int i) {
        String text = TEXTS.get(i);
        int length = text.codePointCount(0, text.length());
        Origin origin =
                new Origin("letters", "folder/text_" + i + ".txt", "", "text/plain", "", "d" + i, "CC0-1.0", "");
        Passage passage = new Passage(
                0,
                length,
                "",
                Tier.ONE,
                new float[] {i == 1 ? 0.9f : 0.1f, Float.NaN},
                new byte[] {1, Call.ABSENT},
                List.of(),
                "unclear");
        Map<String, Score> scores = Map.of("harm.toxicity", new Score(i == 1 ? 0.9 : 0.1, 0, 1, Call.YES, Tier.ONE));
        List<Attribution> traditions =
                i == 2 ? List.of(new Attribution("korean_proverbs", 0.8, "of", List.of("term:물"))) : List.of();
        return new Document(
                id(i),
                0,
                new Content(text, "Title " + i, i == 2 ? "ko" : "en", i == 2 ? "Kore" : "Latn", 0.9, 7),
                new Provenance(origin, Declared.NOTHING, List.of(), List.of(new Lineage("extract", "1", "c", ""))),
                Hygiene.NONE
                        .withMeasurements(Map.of("gopher-quality.words", 7.0))
                        .withFlags(List.of("gopher-quality:short")),
                new Tags(List.of(passage), scores, traditions, List.of(), "unknown"));
    }

    private static Map<String, String> footer() {
        return Map.of(
                "florilegium.schema_version", "1",
                "florilegium.labels", String.join(",", LABELS),
                "florilegium.pipeline_digest", "pipeline",
                "florilegium.model_digests", "{\"ngrams\":\"m\"}",
                "florilegium.seed", "seed");
    }

    private static void finish(Path output, Path release) throws IOException {
        Exclusion left =
                Exclusion.of(Exclusion.Kind.DROPPED, "decide", "counterfeit_sales", "p 0.9, at most 0.5", document(3));
        try (RowWriter writer =
                new RowWriter(release.resolve("exclusions.parquet"), ExclusionRows.schema(), footer())) {
            writer.write(ExclusionRows.toRecord(left));
            writer.finish();
        }
        OutputFolder folder = OutputFolder.of(output);
        Json.write(release.resolve("stats.json"), Statistics.ofFiles(folder.documents(), folder.shards()));
        Accounting.Counter counter = new Accounting.Counter(List.of("source", "decide"));
        counter.add(Exclusion.Kind.DROPPED, "decide", "counterfeit_sales", 1);
        Json.write(output.resolve("accounting.json"), counter.close(3));
        List<ShardEntry> shards = List.of(Json.read(release.resolve("entries/0.json"), ShardEntry.class));
        delete(release.resolve("entries"));
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of("exclusions.parquet", "stats.json")) {
            files.put(name, FileDigest.sha256(release.resolve(name)));
        }
        ReleaseManifest manifest = new ReleaseManifest(
                1,
                "content",
                "pipeline",
                "seed",
                LABELS,
                Map.of("ngrams", "m"),
                Map.of("default", "p"),
                3,
                3,
                6,
                21,
                shards,
                files,
                "");
        Json.write(release.resolve("manifest.json"), manifest.sealed());
    }

    /** Rewrites the shard without its last row, as an attacker would who does not touch the manifest. */
    static String removeLastRow(Path shard) throws IOException {
        List<GenericRecord> rows = new ArrayList<>();
        try (RowReader reader = RowReader.open(shard)) {
            for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        GenericRecord gone = rows.remove(rows.size() - 1);
        try (RowWriter writer = new RowWriter(shard, RowSchema.of(LABELS), footer())) {
            for (GenericRecord row : rows) {
                writer.write(row);
            }
            writer.finish();
        }
        return gone.get("id").toString();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(folder)) {
            files = walked.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
