package org.florilegium.filter;

import java.util.List;
import org.florilegium.document.Document;
import org.florilegium.document.DocumentId;
import org.florilegium.document.Lineage;
import org.florilegium.document.MeasurementNames;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;
import org.jspecify.annotations.Nullable;

/**
 * Judges each document by the recipes for its language: drops it, or tags it with flags such as {@code
 * gopher-quality:gopher_short_doc}; all that was measured stays with it either way. A recipe sees the text as those
 * before it left it.
 */
public final class ApplyRecipes implements Step {
    private static final long serialVersionUID = 2L;
    private static final String VERSION = "recipes-2";

    private final FilterSpec spec;
    private transient @Nullable List<LabelledUse> uses;
    private transient @Nullable MeasurementNames names;

    public ApplyRecipes(FilterSpec spec) {
        this.spec = spec;
    }

    @Override
    public String stage() {
        return "filter";
    }

    @Override
    public Outcome apply(Document document) {
        JudgedText judged = new JudgedText(document.content().text());
        for (LabelledUse use : uses()) {
            if (!use.use().appliesTo(document.content().language())) {
                continue;
            }
            Recipe.Judgement judgement = judged.take(
                    use,
                    use.recipe()
                            .in(
                                    document.content().language(),
                                    document.content().script()));
            if (use.use().mode() == RecipeUse.Mode.DROP && judgement.reason().isPresent()) {
                return Outcome.drop(judgement.reason().get(), judgement.message(), after(judged, document));
            }
            if (judged.text().isBlank() && use.recipe().edit().isPresent()) {
                return Outcome.drop("nothing_left", use.label() + " left no text", after(judged, document));
            }
        }
        return Outcome.keep(after(judged, document));
    }

    private Document after(JudgedText judged, Document document) {
        return document.withContent(document.content().withText(judged.text()))
                .withHygiene(document.hygiene()
                        .withMeasurements(judged.measurements(names()))
                        .withFlags(judged.flags()));
    }

    private List<LabelledUse> uses() {
        List<LabelledUse> known = uses;
        if (known == null) {
            known = LabelledUse.of(spec.recipes());
            uses = known;
        }
        return known;
    }

    private MeasurementNames names() {
        MeasurementNames known = names;
        if (known == null) {
            known = new MeasurementNames();
            names = known;
        }
        return known;
    }

    @Override
    public Lineage lineage() {
        return new Lineage(stage(), VERSION, DocumentId.sha256Hex(spec.canonical()), "");
    }
}
