package org.florilegium.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.parquet.RowReader;
import org.florilegium.sink.ShardOrder;

/**
 * A released row as an example of its kind.
 *
 * @param row the row as JSON, without its text
 */
record ExampleRow(ObjectNode row) {
    private static final List<String> COLUMNS =
            List.of("id", "title", "language", "tokens", "source", "scores", "traditions", "selection");
    private static final int EXAMPLES = 3;
    private static final int TOP_LABELS = 3;
    private static final int WIDTH = 90;

    /** The first titled rows in as many traditions and languages as there are examples. */
    static List<ExampleRow> of(List<Path> shards) throws IOException {
        List<ExampleRow> examples = new ArrayList<>();
        Set<String> traditions = new TreeSet<>(Set.of(ShardOrder.UNKNOWN));
        Set<String> languages = new TreeSet<>();
        for (Path shard : shards) {
            try (RowReader reader = RowReader.open(shard, COLUMNS)) {
                GenericRecord row = reader.next();
                while (row != null && examples.size() < EXAMPLES) {
                    if (row.get("title") != null
                            && !traditions.contains(ShardOrder.tradition(row))
                            && !languages.contains(row.get("language").toString())) {
                        traditions.add(ShardOrder.tradition(row));
                        languages.add(row.get("language").toString());
                        examples.add(new ExampleRow(RowJson.of(row, List.of())));
                    }
                    row = reader.next();
                }
            }
        }
        return examples;
    }

    String text() {
        JsonNode tradition = row.path("traditions").path(0);
        JsonNode selection = row.path("selection");
        Table table = new Table("", "");
        table.row("title", Table.cut(row.path("title").asText(), WIDTH));
        table.row("id", row.path("id").asText());
        table.row(
                "from",
                row.path("source").path("name").asText() + ": "
                        + row.path("source").path("uri").asText());
        table.row("language", row.path("language").asText());
        table.row(
                "tradition",
                tradition.path("name").asText() + " ("
                        + Table.percent(tradition.path("probability").asDouble()) + ", because of "
                        + Table.cut(words(tradition.path("evidence")), WIDTH - 20) + ")");
        table.row("top labels", topLabels());
        table.row(
                "why it is here",
                "chosen by " + selection.path("profile").asText() + ", charged to "
                        + selection.path("charged_to").asText());
        table.row(
                "copies",
                selection.path("copies").asText()
                        + String.format(
                                java.util.Locale.ROOT,
                                " (expected %.2f)",
                                selection.path("intensity").asDouble()));
        return table.text();
    }

    private String topLabels() {
        List<Map.Entry<String, JsonNode>> labels =
                new ArrayList<>(row.path("scores").properties());
        labels.sort(Comparator.<Map.Entry<String, JsonNode>>comparingDouble(
                        label -> -label.getValue().path("p").asDouble())
                .thenComparing(Map.Entry::getKey));
        return labels.stream()
                .limit(TOP_LABELS)
                .map(label -> String.format(
                        java.util.Locale.ROOT,
                        "%s %.2f %s",
                        label.getKey(),
                        label.getValue().path("p").asDouble(),
                        label.getValue().path("call").asText()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("(none)");
    }

    private static String words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return String.join(", ", words);
    }
}
