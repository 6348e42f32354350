package org.florilegium.decontaminate;

import java.util.Optional;
import org.florilegium.document.Document;
import org.florilegium.document.Lineage;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;
import org.jspecify.annotations.Nullable;

/**
 * Drops documents that share a run of words with an evaluation set, as {@code evaluation_overlap} with the set, the item and
 * the code points of the shared stretch.
 */
public final class Decontaminate implements Step {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "decontaminate-2";

    private final DecontaminateSpec spec;
    private final String digest;
    private transient @Nullable EvaluationIndex index;

    /**
     * Reads the sets once, so that whatever is wrong with them shows before a run.
     *
     * @throws IllegalArgumentException naming the set, the file and the line
     */
    public Decontaminate(DecontaminateSpec spec) {
        this.spec = spec;
        EvaluationReader.Read read = EvaluationReader.read(spec);
        this.digest = read.digest();
        this.index = read.index();
    }

    @Override
    public String stage() {
        return "decontaminate";
    }

    @Override
    public void open() {
        index();
    }

    @Override
    public Outcome apply(Document document) {
        Optional<EvaluationIndex.Overlap> overlap =
                index().find(document.content().text());
        if (overlap.isEmpty()) {
            return Outcome.keep(document);
        }
        EvaluationIndex.Overlap found = overlap.get();
        return Outcome.drop(
                "evaluation_overlap",
                "shares " + found.words() + " words with " + found.item() + ", at " + found.start() + " to "
                        + found.end(),
                document);
    }

    private EvaluationIndex index() {
        EvaluationIndex known = index;
        if (known == null) {
            known = EvaluationReader.read(spec).index();
            index = known;
        }
        return known;
    }

    @Override
    public Lineage lineage() {
        return new Lineage(stage(), VERSION, digest, "");
    }
}
