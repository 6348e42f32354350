package org.florilegium.inspect;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Call;
import org.florilegium.parquet.RowReader;
import org.florilegium.sink.ShardOrder;

/** Counts rows of a reservoir or a release by language, tradition, source and label; the order of rows does not matter. */
public final class Statistics {
    /** Top-level columns that {@link #add} reads; a row may lack {@code selection} and {@code scores}. */
    public static final List<String> COLUMNS =
            List.of("part", "tokens", "language", "traditions", "source", "scores", "selection");

    private final Group all = new Group();
    private final Map<String, Group> byLanguage = new TreeMap<>();
    private final Map<String, Group> byTradition = new TreeMap<>();
    private final Map<String, Group> bySource = new TreeMap<>();
    private final Map<String, Map<String, Long>> labels = new TreeMap<>();

    /** Sums of one cell. */
    private static final class Group {
        long documents;
        long rows;
        long tokens;
        long copies;
        long copiedTokens;

        void add(int part, int count, int often) {
            documents += part == 0 ? 1 : 0;
            rows++;
            tokens += count;
            copies += often;
            copiedTokens += (long) count * often;
        }

        Cell cell() {
            return new Cell(documents, rows, tokens, copies, copiedTokens);
        }
    }

    /**
     * Sums of one cell.
     *
     * @param documents rows that are the first part of a document
     * @param rows rows, each counted once
     * @param tokens ICU words, each row counted once
     * @param copies rows counted as often as they are to be read; in a reservoir each once
     * @param copiedTokens ICU words counted as often
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Cell(long documents, long rows, long tokens, long copies, long copiedTokens) {}

    /**
     * Figures of a reservoir or of a release; the first five are those of all rows, as in {@link Cell}.
     *
     * @param byLanguage by BCP-47 tag
     * @param byTradition by most probable tradition; {@code unknown} is a cell of its own
     * @param bySource by name of the source of the first origin
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Side(
            long documents,
            long rows,
            long tokens,
            long copies,
            long copiedTokens,
            Map<String, Cell> byLanguage,
            Map<String, Cell> byTradition,
            Map<String, Cell> bySource) {}

    /**
     * The content of {@code stats.json}.
     *
     * @param reservoir all that was tagged
     * @param release what was published
     * @param labels rows of the release by label and call: yes, abstain, no
     */
    public record Sides(Side reservoir, Side release, Map<String, Map<String, Long>> labels) {}

    /** The figures of both sides, ready to be written as JSON. */
    public static Sides figures(Statistics reservoir, Statistics release) {
        return new Sides(reservoir.side(), release.side(), release.labels);
    }

    /**
     * The figures of files.
     *
     * @param reservoir data files of documents
     * @param shards files of the release
     * @throws IOException when a file cannot be read
     */
    public static Sides ofFiles(List<Path> reservoir, List<Path> shards) throws IOException {
        return figures(of(reservoir), of(shards));
    }

    /** Counts all rows of {@code files}. */
    public static Statistics of(List<Path> files) throws IOException {
        Statistics statistics = new Statistics();
        for (Path file : files) {
            try (RowReader reader = RowReader.open(file, COLUMNS)) {
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    statistics.add(row);
                }
            }
        }
        return statistics;
    }

    /** Counts a row. */
    public void add(GenericRecord row) {
        int part = (Integer) row.get("part");
        int tokens = (Integer) row.get("tokens");
        int copies =
                optional(row, "selection") instanceof GenericRecord selection ? (Integer) selection.get("copies") : 1;
        List<Group> groups = new ArrayList<>(List.of(all));
        groups.add(group(byLanguage, row.get("language").toString()));
        groups.add(group(byTradition, ShardOrder.tradition(row)));
        groups.add(
                group(bySource, ((GenericRecord) row.get("source")).get("name").toString()));
        groups.forEach(group -> group.add(part, tokens, copies));
        if (optional(row, "scores") instanceof GenericRecord scores) {
            Scores.forEach(
                    scores,
                    (label, score) -> labels.computeIfAbsent(label, name -> zeroes())
                            .merge(score.get("call").toString(), 1L, Long::sum));
        }
    }

    private Side side() {
        Cell sums = all.cell();
        return new Side(
                sums.documents(),
                sums.rows(),
                sums.tokens(),
                sums.copies(),
                sums.copiedTokens(),
                cells(byLanguage),
                cells(byTradition),
                cells(bySource));
    }

    private static Map<String, Cell> cells(Map<String, Group> groups) {
        Map<String, Cell> cells = new TreeMap<>();
        groups.forEach((name, group) -> cells.put(name, group.cell()));
        return cells;
    }

    private static Group group(Map<String, Group> groups, String name) {
        return groups.computeIfAbsent(name, cell -> new Group());
    }

    private static Map<String, Long> zeroes() {
        Map<String, Long> calls = new TreeMap<>();
        for (Call call : Call.values()) {
            calls.put(call.word(), 0L);
        }
        return calls;
    }

    private static @org.jspecify.annotations.Nullable Object optional(GenericRecord row, String name) {
        Schema.Field field = row.getSchema().getField(name);
        return field == null ? null : row.get(field.pos());
    }
}
