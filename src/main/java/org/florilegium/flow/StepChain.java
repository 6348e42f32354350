package org.florilegium.flow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.metrics.Metrics;
import org.florilegium.document.Document;
import org.florilegium.document.Exclusion;
import org.florilegium.document.Lineage;
import org.florilegium.document.Provenance;
import org.florilegium.document.UnprocessableDocumentException;
import org.jspecify.annotations.Nullable;

/** Runs a list of steps on one document, until all have run or one has left it out. */
public final class StepChain implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<Step> steps;
    private transient @Nullable Lineages lineages;

    public StepChain(List<? extends Step> steps) {
        this.steps = List.copyOf(steps);
    }

    public void open() {
        steps.forEach(Step::open);
        lineages = new Lineages(steps.stream().map(Step::lineage).toList());
    }

    public void close() {
        steps.forEach(Step::close);
    }

    /**
     * What becomes of a document. It is kept or left out as a whole: if one part cannot be processed, the document is a
     * dead letter.
     */
    public Sighting run(List<Document> parts) {
        List<Document> current = parts;
        for (Step step : steps) {
            List<Document> next = new ArrayList<>(current.size());
            for (Document document : current) {
                Sighting left = apply(step, document, next);
                if (left != null) {
                    return left;
                }
            }
            current = next;
        }
        return new Sighting.Kept(withLineage(current));
    }

    private List<Document> withLineage(List<Document> kept) {
        Lineages known = lineages;
        if (known == null) {
            throw new IllegalStateException("open() was not called");
        }
        List<Document> named = new ArrayList<>(kept.size());
        for (Document document : kept) {
            Provenance before = document.provenance();
            named.add(document.withProvenance(before.withLineage(known.after(before.lineage()))));
        }
        return named;
    }

    private static @Nullable Sighting apply(Step step, Document document, List<Document> next) {
        try {
            Outcome outcome = step.apply(document);
            if (outcome instanceof Outcome.Dropped dropped) {
                Metrics.counter(step.stage(), "documents_dropped").inc();
                return new Sighting.Excluded(Exclusion.of(
                        Exclusion.Kind.DROPPED, step.stage(), dropped.reason(), dropped.message(), dropped.document()));
            }
            next.addAll(((Outcome.Kept) outcome).documents());
            return null;
        } catch (UnprocessableDocumentException e) {
            Metrics.counter(step.stage(), "documents_dead_lettered").inc();
            return new Sighting.Excluded(Exclusion.of(
                    Exclusion.Kind.DEAD_LETTER, step.stage(), e.reason(), String.valueOf(e.getMessage()), document));
        }
    }

    /** The stages of the chain after those before it; nearly all documents share one such list. */
    private static final class Lineages {
        private final List<Lineage> own;
        private List<Lineage> lastBefore = List.of();
        private List<Lineage> last;

        Lineages(List<Lineage> own) {
            this.own = own;
            this.last = own;
        }

        List<Lineage> after(List<Lineage> before) {
            if (!before.equals(lastBefore)) {
                List<Lineage> joined = new ArrayList<>(before);
                joined.addAll(own);
                last = List.copyOf(joined);
                lastBefore = before;
            }
            return last;
        }
    }
}
