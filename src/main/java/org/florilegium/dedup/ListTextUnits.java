package org.florilegium.dedup;

import org.florilegium.document.Document;
import org.florilegium.document.DocumentId;
import org.florilegium.document.Lineage;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;

/**
 * Stores with each part the hashes of its paragraphs and lines, from which a later release finds those that are repeated
 * anywhere in the reservoir without reading a text.
 */
public final class ListTextUnits implements Step {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "units-1";

    private final RepeatSpec paragraphs;
    private final RepeatSpec lines;

    public ListTextUnits(DedupSpec spec) {
        this.paragraphs = spec.paragraphs();
        this.lines = spec.lines();
    }

    @Override
    public String stage() {
        return "dedup";
    }

    @Override
    public Outcome apply(Document document) {
        return Outcome.keep(document.withHygiene(document.hygiene()
                .withUnits(UnitFinder.find(paragraphs, lines, document.content().text()))));
    }

    @Override
    public Lineage lineage() {
        String config = "units paragraphs=" + words(paragraphs) + " lines=" + words(lines);
        return new Lineage(stage(), VERSION, DocumentId.sha256Hex(config), "");
    }

    private static String words(RepeatSpec spec) {
        return spec.isOn() ? String.valueOf(spec.minWords()) : "off";
    }
}
