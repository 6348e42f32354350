package org.florilegium.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.document.Document;
import org.florilegium.document.DocumentId;
import org.florilegium.document.Lineage;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;

/**
 * Judges each document by the recipes for its language: drops it, or tags it with a flag such as {@code
 * gopher-quality:gopher_short_doc}; all that was measured stays with it either way.
 */
public final class ApplyRecipes implements Step {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "recipes-1";

    private final FilterSpec spec;

    public ApplyRecipes(FilterSpec spec) {
        this.spec = spec;
    }

    @Override
    public String stage() {
        return "filter";
    }

    @Override
    public Outcome apply(Document document) {
        TextParts parts = new TextParts(document.content().text());
        Map<String, Double> measurements = new TreeMap<>();
        List<String> flags = new ArrayList<>();
        for (RecipeUse use : spec.recipes()) {
            if (!use.appliesTo(document.content().language())) {
                continue;
            }
            Recipe recipe = Recipe.named(use.recipe());
            Verdict verdict = recipe.judge(parts);
            verdict.measurements().forEach((key, value) -> measurements.put(recipe.bareName() + "." + key, value));
            if (verdict.reason().isPresent()) {
                String reason = verdict.reason().get();
                if (use.mode() == RecipeUse.Mode.DROP) {
                    return Outcome.drop(reason, verdict.message(), judged(document, measurements, flags));
                }
                flags.add(recipe.bareName() + ":" + reason);
            }
        }
        return Outcome.keep(judged(document, measurements, flags));
    }

    private static Document judged(Document document, Map<String, Double> measurements, List<String> flags) {
        return document.withHygiene(
                document.hygiene().withMeasurements(measurements).withFlags(flags));
    }

    @Override
    public Lineage lineage() {
        return new Lineage(stage(), VERSION, DocumentId.sha256Hex(spec.canonical()), "");
    }
}
