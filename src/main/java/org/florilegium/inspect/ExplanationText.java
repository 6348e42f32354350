package org.florilegium.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints what {@link ExplainDocument} found, in sections of aligned columns. */
public final class ExplanationText {
    private final JsonNode row;
    private final StringBuilder out = new StringBuilder();

    private ExplanationText(JsonNode row) {
        this.row = row;
    }

    /** The text of all that was found. */
    public static String of(List<ObjectNode> found) {
        List<String> texts = new ArrayList<>();
        found.forEach(row -> texts.add(new ExplanationText(row).text()));
        return String.join("\n", texts);
    }

    private String text() {
        String id = row.path("id").asText(row.path("document_id").asText("(no id yet)"));
        out.append(id).append(": ").append(decision()).append('\n');
        about();
        section("selection", pairs(row.path("selection")));
        section("left out of the text", records(row.path("excised"), "start", "end", "reason"));
        section("near duplicates", pairs(row.path("cluster")));
        section(
                "found at",
                records(
                        row.path("origins"),
                        "name",
                        "uri",
                        "record",
                        "media_type",
                        "retrieved_at",
                        "licence",
                        "consent",
                        "digest"));
        section("declared by the source", pairs(row.path("declared")));
        section("traditions", records(row.path("traditions"), "name", "probability", "relation", "evidence"));
        section("scores of the whole row", scores(row.path("scores")));
        row.path("passages").forEach(this::passage);
        JsonNode rules = row.has("rules") ? row.path("rules") : row;
        section("rules that tagged it", flags(rules.path("flags")));
        section("measurements", pairs(rules.path("measurements")));
        section("masked", pairs(row.path("redactions")));
        section("lineage", records(row.path("lineage"), "stage", "version", "config_digest", "model_digest"));
        return out.toString();
    }

    private String decision() {
        String decision = row.path("decision").asText();
        if (row.has("stage")) {
            String message = row.path("message").asText();
            String twin = row.has("duplicate_of")
                    ? ", in favour of " + row.path("duplicate_of").asText()
                    : "";
            return decision.replace('_', ' ') + " at stage " + row.path("stage").asText() + " because of "
                    + row.path("reason").asText() + (message.isEmpty() ? "" : " (" + message + ")") + twin;
        }
        return switch (decision) {
            case "kept" ->
                "kept, " + row.path("selection").path("copies").asText() + " copies, chosen by "
                        + row.path("selection").path("profile").asText();
            case "dropped" -> "the same document as the reservoir holds it";
            default -> "tagged, in no release";
        };
    }

    private void about() {
        Table table = new Table("", "");
        add(table, "file", row.path("found_in"));
        add(table, "title", row.path("title"));
        add(table, "language", row.path("language"));
        add(table, "language probability", row.path("language_probability"));
        add(table, "script", row.path("script"));
        add(table, "tokens", row.path("tokens"));
        add(table, "voice", row.path("voice"));
        add(table, "regions", row.path("regions"));
        add(table, "has lower twin", row.path("has_lower_twin"));
        add(table, "text begins", row.path("text_start"));
        out.append(table.text());
    }

    private void passage(JsonNode passage) {
        String language =
                passage.has("language") ? ", " + passage.path("language").asText() : "";
        String stance =
                passage.has("stance") ? ", stance " + passage.path("stance").asText() : "";
        String conflicts = passage.path("conflicts").isEmpty() ? "" : ", conflicts " + word(passage.path("conflicts"));
        section(
                "passage " + passage.path("start").asText() + " to "
                        + passage.path("end").asText() + ", tier "
                        + passage.path("tier").asText() + language + stance + conflicts,
                scores(passage.path("scores")));
    }

    private static Table scores(JsonNode scores) {
        boolean whole = scores.findValue("lo") != null;
        Table table = whole ? new Table("label", "p", "lo", "hi", "call", "tier") : new Table("label", "p", "call");
        for (Map.Entry<String, JsonNode> entry : scores.properties()) {
            JsonNode score = entry.getValue();
            double p = score.path("p").asDouble();
            String call = score.path("call").asText();
            if (whole) {
                table.row(
                        entry.getKey(),
                        p,
                        score.path("lo").asDouble(),
                        score.path("hi").asDouble(),
                        call,
                        score.path("tier").asText());
            } else {
                table.row(entry.getKey(), p, call);
            }
        }
        return table;
    }

    private static Table flags(JsonNode flags) {
        Table table = new Table("");
        flags.forEach(flag -> table.row(flag.asText()));
        return table;
    }

    private static Table pairs(JsonNode node) {
        Table table = new Table("", "");
        node.properties().forEach(entry -> add(table, entry.getKey(), entry.getValue()));
        return table;
    }

    /** A table of those columns that any of the records has. */
    private static Table records(JsonNode list, String... names) {
        List<String> columns = new ArrayList<>();
        for (String name : names) {
            if (list.findValue(name) != null) {
                columns.add(name);
            }
        }
        Table table = new Table(columns.toArray(String[]::new));
        for (JsonNode record : list) {
            table.row(columns.stream().map(name -> word(record.path(name))).toArray());
        }
        return table;
    }

    private void section(String title, Table table) {
        if (!table.isEmpty()) {
            out.append('\n').append(title).append('\n').append(table.text());
        }
    }

    private static void add(Table table, String name, JsonNode value) {
        String word = word(value);
        if (!word.isEmpty()) {
            table.row(name, word);
        }
    }

    private static String word(JsonNode value) {
        if (value.isArray()) {
            List<String> words = new ArrayList<>();
            value.forEach(item -> words.add(word(item)));
            return String.join("; ", words);
        }
        return value.isDouble() ? String.valueOf(Math.round(value.asDouble() * 1e4) / 1e4) : value.asText();
    }
}
