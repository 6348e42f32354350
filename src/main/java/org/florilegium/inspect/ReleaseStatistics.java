package org.florilegium.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Prints {@code stats.json}, {@code audit.json} and {@code accounting.json} in aligned columns. */
public final class ReleaseStatistics {
    private final Figures figures;
    private final Report report = new Report();

    private ReleaseStatistics(Figures figures) {
        this.figures = figures;
    }

    /**
     * The figures of a release.
     *
     * @throws IOException when there are none, or they cannot be read
     */
    public static String text(OutputFolder folder) throws IOException {
        Figures figures = Figures.of(folder);
        if (figures.statistics().isMissingNode()) {
            throw new IOException(
                    folder.release().resolve("stats.json") + ": no such file, the release is not finished");
        }
        return new ReleaseStatistics(figures).text();
    }

    private String text() {
        report.section("Totals", totals());
        report.section("By language", figures.beforeAfter("by_language"));
        report.section("By tradition (the most probable one)", figures.beforeAfter("by_tradition"));
        report.section("By source", figures.beforeAfter("by_source"));
        report.section("Labels of released rows", labels());
        figures.audit().path("mixtures").forEach(this::mixture);
        report.section("Decisions of profiles", decisions());
        report.section("Losses to rules of more than half", losses());
        report.section("Traditions held to one copy until a steward has signed them", held());
        report.section("Stages, in documents", figures.stages());
        report.section("Left out", figures.leftOut());
        return report.text();
    }

    private Table totals() {
        Table table = new Table("", "documents", "rows", "tokens", "copies", "tokens with copies");
        for (String side : new String[] {"reservoir", "release"}) {
            JsonNode sums = figures.statistics().path(side);
            table.row(
                    side,
                    sums.path("documents").asLong(),
                    sums.path("rows").asLong(),
                    sums.path("tokens").asLong(),
                    sums.path("copies").asLong(),
                    sums.path("copied_tokens").asLong());
        }
        return table;
    }

    private Table labels() {
        Table table = new Table("label", "yes", "abstain", "no");
        figures.statistics().path("labels").properties().forEach(label -> {
            JsonNode calls = label.getValue();
            table.row(
                    label.getKey(),
                    calls.path("yes").asLong(),
                    calls.path("abstain").asLong(),
                    calls.path("no").asLong());
        });
        return table;
    }

    private void mixture(JsonNode mixture) {
        String name = mixture.path("name").asText();
        for (JsonNode dimension : mixture.path("dimensions")) {
            Table table =
                    new Table(dimension.path("dimension").asText(), "supply", "wished", "target", "expected", "drawn");
            for (JsonNode cell : dimension.path("cells")) {
                table.row(
                        cell.path("cell").asText(),
                        tokens(cell, "supply"),
                        tokens(cell, "wished"),
                        tokens(cell, "target"),
                        tokens(cell, "expected"),
                        tokens(cell, "drawn"));
            }
            report.section("Targets of " + name + ", in tokens" + distance(dimension), table);
        }
        Table unmet = new Table("dimension", "cell", "wished", "reached", "why");
        for (JsonNode wish : mixture.path("unmet")) {
            unmet.row(
                    wish.path("dimension").asText(),
                    wish.path("cell").asText(),
                    tokens(wish, "wished"),
                    tokens(wish, "reached"),
                    wish.path("reason").asText().replace('_', ' '));
        }
        report.section("Wishes of " + name + " that could not be met, in tokens", unmet);
    }

    private static String distance(JsonNode dimension) {
        return String.format(
                java.util.Locale.ROOT,
                " (total variation from target: before %.4f, expected %.4f, drawn %.4f)",
                dimension.path("total_variation_before").asDouble(),
                dimension.path("total_variation_expected").asDouble(),
                dimension.path("total_variation_drawn").asDouble());
    }

    private Table decisions() {
        Table table = new Table("profile", "decision", "rows");
        for (JsonNode profile : figures.audit().path("profiles")) {
            profile.path("decisions")
                    .properties()
                    .forEach(entry -> table.row(
                            profile.path("name").asText(),
                            entry.getKey().replace('_', ' ').replace(":", ": "),
                            entry.getValue().asLong()));
        }
        return table;
    }

    private Table losses() {
        Table table = new Table("", "", "rows", "lost to rules", "most to");
        for (JsonNode loss : figures.audit().path("losses")) {
            if (!loss.path("rule_to_blame").asText().isEmpty()) {
                table.row(
                        loss.path("dimension").asText(),
                        loss.path("cell").asText(),
                        loss.path("rows").asLong(),
                        loss.path("lost_to_rules").asLong(),
                        loss.path("rule_to_blame").asText().replace('_', ' '));
            }
        }
        return table;
    }

    private Table held() {
        Table table = new Table("tradition", "rows");
        figures.audit()
                .path("held_traditions")
                .properties()
                .forEach(entry -> table.row(entry.getKey(), entry.getValue().asLong()));
        return table;
    }

    private static long tokens(JsonNode node, String name) {
        return Math.round(node.path(name).asDouble());
    }
}
