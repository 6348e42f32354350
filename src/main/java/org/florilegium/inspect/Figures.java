package org.florilegium.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.florilegium.sink.Json;

/**
 * The JSON files with the figures of a run.
 *
 * @param statistics content of {@code stats.json}, missing where there is none
 * @param audit content of {@code audit.json}, missing where there is none
 * @param accounting content of {@code accounting.json}, missing where there is none
 */
record Figures(JsonNode statistics, JsonNode audit, JsonNode accounting) {

    static Figures of(OutputFolder folder) throws IOException {
        return new Figures(
                read(Optional.of(folder.release().resolve("stats.json"))),
                read(Optional.of(folder.release().resolve("audit.json"))),
                read(folder.accounting()));
    }

    /** Documents that came into the first stage. */
    long in() {
        return accounting.path("stages").path(0).path("in").asLong();
    }

    /** What each stage left out, by reason. */
    Table leftOut() {
        Table table = new Table("stage", "why", "", "documents");
        for (JsonNode stage : accounting.path("stages")) {
            String name = stage.path("stage").asText();
            reasons(table, name, "dropped", stage.path("dropped"));
            reasons(table, name, "dead letter", stage.path("dead_lettered"));
        }
        return table;
    }

    /** Documents by stage. */
    Table stages() {
        Table table = new Table("stage", "in", "out", "dropped", "dead letters");
        for (JsonNode stage : accounting.path("stages")) {
            table.row(
                    stage.path("stage").asText(),
                    stage.path("in").asLong(),
                    stage.path("out").asLong(),
                    sum(stage.path("dropped")),
                    sum(stage.path("dead_lettered")));
        }
        return table;
    }

    /** Cells of the reservoir beside those of the release, in tokens and shares; {@code cells} names a map of both sides. */
    Table beforeAfter(String cells) {
        JsonNode before = statistics.path("reservoir");
        JsonNode after = statistics.path("release");
        double tokensBefore = Math.max(1, before.path("tokens").asDouble());
        double tokensAfter = Math.max(1, after.path("copied_tokens").asDouble());
        Table table = new Table(
                cells.substring(3),
                "documents before",
                "after",
                "copies",
                "tokens before",
                "after",
                "share before",
                "after");
        before.path(cells).properties().forEach(entry -> {
            JsonNode kept = after.path(cells).path(entry.getKey());
            double tokens = entry.getValue().path("tokens").asDouble();
            double copied = kept.path("copied_tokens").asDouble();
            table.row(
                    entry.getKey(),
                    entry.getValue().path("documents").asLong(),
                    kept.path("documents").asLong(),
                    kept.path("copies").asLong(),
                    (long) tokens,
                    (long) copied,
                    Table.percent(tokens / tokensBefore),
                    Table.percent(copied / tokensAfter));
        });
        return table;
    }

    private static void reasons(Table table, String stage, String kind, JsonNode counts) {
        counts.properties()
                .forEach(entry -> table.row(
                        stage,
                        entry.getKey().replace('_', ' '),
                        kind,
                        entry.getValue().asLong()));
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (JsonNode count : counts) {
            sum += count.asLong();
        }
        return sum;
    }

    private static JsonNode read(Optional<Path> file) throws IOException {
        return file.isPresent() && Files.isRegularFile(file.get())
                ? Json.read(file.get(), JsonNode.class)
                : MissingNode.getInstance();
    }
}
