package org.florilegium.dedup;

import java.util.Arrays;
import org.florilegium.document.Document;
import org.florilegium.document.DocumentId;
import org.florilegium.document.Hygiene;
import org.florilegium.document.Lineage;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;
import org.jspecify.annotations.Nullable;

/** Stores the MinHash band hashes of the whole text with each document, for the cluster step of any later release. */
public final class SketchDocument implements Step {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "minhash-1";

    private final DedupSpec spec;
    private transient @Nullable MinHash minHash;

    public SketchDocument(DedupSpec spec) {
        this.spec = spec;
    }

    @Override
    public String stage() {
        return "dedup";
    }

    @Override
    public void open() {
        minHash = new MinHash(spec);
    }

    @Override
    public Outcome apply(Document document) {
        MinHash known = minHash;
        if (known == null) {
            known = new MinHash(spec);
            minHash = known;
        }
        String text = document.content().text();
        Hygiene hygiene = document.hygiene()
                .withBands(Arrays.stream(known.bandHashes(text)).boxed().toList());
        if (spec.isVerified()) {
            hygiene =
                    hygiene.withSketch(Arrays.stream(known.sketch(text)).boxed().toList());
        }
        return Outcome.keep(document.withHygiene(hygiene));
    }

    @Override
    public Lineage lineage() {
        return new Lineage(stage(), VERSION, DocumentId.sha256Hex(spec.canonical()), "");
    }
}
