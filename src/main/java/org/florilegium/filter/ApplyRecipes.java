package org.florilegium.filter;

import java.util.List;
import java.util.Optional;
import org.florilegium.document.Document;
import org.florilegium.document.DocumentId;
import org.florilegium.document.Lineage;
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
    private transient @Nullable BlockedAddresses addresses;
    private transient @Nullable List<LabelledUse> uses;

    public ApplyRecipes(FilterSpec spec) {
        this.spec = spec;
    }

    @Override
    public String stage() {
        return "filter";
    }

    @Override
    public Outcome apply(Document document) {
        Optional<Outcome> blocked = addresses().judge(document);
        if (blocked.isPresent()) {
            return blocked.get();
        }
        JudgedText judged = new JudgedText(document.content().text());
        for (LabelledUse use : uses()) {
            if (!use.use().appliesTo(document.content().language())) {
                continue;
            }
            RecipeUse.Mode mode = use.use().mode();
            Verdict verdict = judged.take(
                    use.recipe()
                            .in(
                                    document.content().language(),
                                    document.content().script()),
                    mode,
                    use.label());
            if (mode == RecipeUse.Mode.DROP && !verdict.keep()) {
                return Outcome.drop(verdict.reason().orElseThrow(), verdict.message(), after(judged, document));
            }
            if (judged.text().isBlank() && use.recipe().edit().isPresent()) {
                return Outcome.drop("nothing_left", use.label() + " left no text", after(judged, document));
            }
        }
        return Outcome.keep(after(judged, document));
    }

    private static Document after(JudgedText judged, Document document) {
        return document.withContent(document.content().withText(judged.text()))
                .withHygiene(document.hygiene()
                        .withMeasurements(judged.measurements())
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

    private BlockedAddresses addresses() {
        BlockedAddresses known = addresses;
        if (known == null) {
            known = new BlockedAddresses(spec.blockedDomains(), spec.blockedPathWords());
            addresses = known;
        }
        return known;
    }

    @Override
    public Lineage lineage() {
        return new Lineage(stage(), VERSION, DocumentId.sha256Hex(spec.canonical()), "");
    }
}
