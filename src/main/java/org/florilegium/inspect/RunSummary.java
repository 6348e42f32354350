package org.florilegium.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Origin;
import org.florilegium.parquet.RowReader;
import org.florilegium.row.RowDocuments;

/** Says in plain words what a run did: what came in, what was left out and why, what was kept, and where it lies. */
public final class RunSummary {
    private static final List<String> NARROW = List.of("source", "origins");

    private final OutputFolder folder;
    private final Figures figures;
    private final Report report = new Report();

    private RunSummary(OutputFolder folder, Figures figures) {
        this.folder = folder;
        this.figures = figures;
    }

    /**
     * The summary of a run.
     *
     * @throws IOException when a file cannot be read
     */
    public static String text(OutputFolder folder) throws IOException {
        return new RunSummary(folder, Figures.of(folder)).text();
    }

    private String text() throws IOException {
        report.section("What came in: " + number(figures.in()) + " documents, by source and media type", incoming());
        report.section("What was left out, and why", figures.leftOut());
        report.section("What was kept, by tradition", figures.beforeAfter("by_tradition"));
        report.section("What was kept, by language", figures.beforeAfter("by_language"));
        List<ExampleRow> examples = ExampleRow.of(folder.shards());
        if (!examples.isEmpty()) {
            report.heading("Examples of what was kept");
        }
        StringBuilder shown = new StringBuilder(report.text());
        examples.forEach(example -> shown.append(example.text()).append('\n'));
        return shown.append("Where it lies\n").append(places().text()).toString();
    }

    private Table incoming() throws IOException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        Map<Origin, Boolean> known = new HashMap<>();
        List<Path> files = Stream.concat(folder.documents().stream(), folder.exclusions().stream())
                .toList();
        for (Path file : files) {
            try (RowReader reader = RowReader.open(file, NARROW)) {
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    for (Origin origin : RowDocuments.origins(row)) {
                        if (known.put(origin, true) == null) {
                            String type = origin.mediaType().isEmpty() ? "(unknown)" : origin.mediaType();
                            counts.computeIfAbsent(origin.source(), name -> new TreeMap<>())
                                    .merge(type, 1, Integer::sum);
                        }
                    }
                }
            }
        }
        Table table = new Table("source", "media type", "documents");
        counts.forEach((source, types) -> types.forEach((type, count) -> table.row(source, type, count)));
        return table;
    }

    private Table places() throws IOException {
        Table table = new Table("", "");
        table.row(
                "rows, as Parquet",
                folder.release().resolve("shards") + " (" + folder.shards().size() + " files)");
        add(table, "what it consists of", folder.release().resolve(OutputFolder.MANIFEST));
        add(table, "figures", folder.release().resolve("stats.json"));
        add(table, "targets and losses", folder.release().resolve("audit.json"));
        add(table, "what was left out", folder.release().resolve("exclusions.parquet"));
        folder.accounting().ifPresent(file -> add(table, "where every document went", file));
        folder.reservoir().ifPresent(file -> add(table, "all that was tagged", file));
        return table;
    }

    private static void add(Table table, String name, Path file) {
        if (Files.exists(file)) {
            table.row(name, file);
        }
    }

    private static String number(long value) {
        return String.format(java.util.Locale.ROOT, "%,d", value);
    }
}
