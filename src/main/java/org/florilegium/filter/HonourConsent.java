package org.florilegium.filter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.document.Consent;
import org.florilegium.document.Document;
import org.florilegium.document.DocumentId;
import org.florilegium.document.Lineage;
import org.florilegium.document.Origin;
import org.florilegium.flow.Outcome;
import org.florilegium.flow.Step;

/** Drops documents that a signal withholds, where their source requires that kind of signal to be honoured. */
public final class HonourConsent implements Step {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "honour-2";

    private final TreeMap<String, List<String>> honoured;
    private final Lineage lineage;

    /** @param honoured kinds of signals by source: {@code noai}, {@code tdm}, {@code noindex}, {@code robots}, {@code robots_ai} */
    public HonourConsent(Map<String, List<String>> honoured) {
        this.honoured = new TreeMap<>(honoured);
        this.lineage = new Lineage(stage(), VERSION, DocumentId.sha256Hex(this.honoured.toString()), "");
    }

    @Override
    public String stage() {
        return "filter";
    }

    @Override
    public Outcome apply(Document document) {
        Origin origin = document.provenance().origin();
        List<String> kinds = honoured.getOrDefault(origin.source(), List.of());
        if (kinds.isEmpty() || origin.consent().isEmpty()) {
            return Outcome.keep(document);
        }
        Consent consent = Consent.of(origin.consent());
        for (String kind : kinds) {
            if (withholds(consent, kind)) {
                return Outcome.drop(
                        "consent_" + kind, "the source honours " + kind + ", found " + consent.text(), document);
            }
        }
        return Outcome.keep(document);
    }

    private static boolean withholds(Consent consent, String kind) {
        return switch (kind) {
            case "noai" -> consent.refusesTraining();
            case "tdm" -> consent.reservesMining();
            case "noindex" -> consent.refusesIndexing();
            case "robots" -> consent.disallowsRobots();
            case "robots_ai" -> consent.disallowsAiCrawlers();
            default ->
                throw new IllegalArgumentException(
                        "sources.honour: must be noai, tdm, noindex, robots or robots_ai, was '" + kind + "'");
        };
    }

    @Override
    public Lineage lineage() {
        return lineage;
    }
}
