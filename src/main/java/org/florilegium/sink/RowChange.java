package org.florilegium.sink;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.document.Document;
import org.florilegium.document.Hygiene;
import org.florilegium.document.Origin;
import org.florilegium.document.TextUnits;

/**
 * What a release knows of a row beyond what its reservoir file says.
 *
 * @param origins further places where the document was found, by this commit and others; empty where only this one saw it
 * @param tokens ICU words that stay when repeated paragraphs and lines are left out
 * @param measurements how much of it is repeated
 * @param flags that some of it is
 * @param units paragraphs and lines that stand elsewhere too
 */
public record RowChange(
        List<Origin> origins, int tokens, Map<String, Double> measurements, List<String> flags, TextUnits units) {
    private static final RowChange NONE = new RowChange(List.of(), -1, Map.of(), List.of(), TextUnits.NONE);

    public RowChange {
        origins = List.copyOf(origins);
        measurements = Map.copyOf(measurements);
        flags = List.copyOf(flags);
    }

    /** A row that is released as its file holds it. */
    public static RowChange none() {
        return NONE;
    }

    /**
     * What differs between two forms of one row.
     *
     * @param before as its file holds it
     * @param after with measurements and flags added
     * @param origins its further origins where several commits saw it
     */
    public static RowChange of(Document before, Document after, List<Origin> origins) {
        Map<String, Double> measurements = new TreeMap<>(after.hygiene().measurements());
        measurements.keySet().removeAll(before.hygiene().measurements().keySet());
        List<String> flags = after.hygiene().flags();
        if (measurements.isEmpty()) {
            return origins.isEmpty() ? NONE : new RowChange(origins, -1, Map.of(), List.of(), TextUnits.NONE);
        }
        return new RowChange(
                origins,
                after.content().tokens(),
                measurements,
                flags.subList(before.hygiene().flags().size(), flags.size()),
                after.hygiene().units());
    }

    /** The document of a release. */
    Document applyTo(Document document) {
        Document changed = origins.isEmpty()
                ? document
                : document.withProvenance(document.provenance().withOtherOrigins(origins));
        if (tokens < 0) {
            return changed;
        }
        Hygiene hygiene = changed.hygiene()
                .withMeasurements(measurements)
                .withFlags(flags)
                .withUnits(units);
        return changed.withHygiene(hygiene).withContent(changed.content().withTokens(tokens));
    }
}
