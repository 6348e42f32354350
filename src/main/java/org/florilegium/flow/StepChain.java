package org.florilegium.flow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.metrics.Metrics;
import org.florilegium.document.Document;
import org.florilegium.document.Exclusion;
import org.florilegium.document.UnprocessableDocumentException;

/** Runs a list of steps on one document, until all have run or one has left it out. */
public final class StepChain implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<Step> steps;

    public StepChain(List<? extends Step> steps) {
        this.steps = List.copyOf(steps);
    }

    public void open() {
        steps.forEach(Step::open);
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
        return new Sighting.Kept(current);
    }

    private static @org.jspecify.annotations.Nullable Sighting apply(
            Step step, Document document, List<Document> next) {
        try {
            Outcome outcome = step.apply(document);
            if (outcome instanceof Outcome.Dropped dropped) {
                Metrics.counter(step.stage(), "documents_dropped").inc();
                return new Sighting.Excluded(Exclusion.of(
                        Exclusion.Kind.DROPPED, step.stage(), dropped.reason(), dropped.message(), dropped.document()));
            }
            for (Document kept : ((Outcome.Kept) outcome).documents()) {
                next.add(kept.withProvenance(kept.provenance().withStage(step.lineage())));
            }
            return null;
        } catch (UnprocessableDocumentException e) {
            Metrics.counter(step.stage(), "documents_dead_lettered").inc();
            return new Sighting.Excluded(Exclusion.of(
                    Exclusion.Kind.DEAD_LETTER, step.stage(), e.reason(), String.valueOf(e.getMessage()), document));
        }
    }
}
