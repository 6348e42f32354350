package org.florilegium.document;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rules, redaction and duplicate search found.
 *
 * @param measurements what each rule measured, by {@code recipe.measurement}, sorted by name
 * @param flags rules that tagged the document, as {@code recipe:reason}
 * @param redactions how many spans were masked, by kind
 * @param bands one hash for each MinHash band; empty where the text is too short to have any
 * @param sketch the least hashes of its shingles, by which candidates are checked; empty where they are not
 * @param units its paragraphs and lines that are compared across the corpus
 * @param hasLowerTwin whether a document with a lower id shares a band with it; such a document can never be the keeper
 *     of its cluster, so it is not tagged
 */
public record Hygiene(
        Map<String, Double> measurements,
        List<String> flags,
        Map<String, Integer> redactions,
        List<Long> bands,
        List<Integer> sketch,
        TextUnits units,
        boolean hasLowerTwin)
        implements Serializable {

    /** Nothing measured yet. */
    public static final Hygiene NONE =
            new Hygiene(Map.of(), List.of(), Map.of(), List.of(), List.of(), TextUnits.NONE, false);

    public Hygiene {
        measurements = Measurements.of(measurements);
        flags = List.copyOf(flags);
        redactions = sorted(redactions);
        bands = List.copyOf(bands);
        sketch = List.copyOf(sketch);
    }

    private static Map<String, Integer> sorted(Map<String, Integer> counts) {
        return counts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    public Hygiene withMeasurements(Map<String, Double> more) {
        if (measurements.isEmpty()) {
            return new Hygiene(more, flags, redactions, bands, sketch, units, hasLowerTwin);
        }
        Measurements all = Measurements.of(measurements).with(more);
        return new Hygiene(all, flags, redactions, bands, sketch, units, hasLowerTwin);
    }

    public Hygiene withFlags(List<String> more) {
        List<String> all = new ArrayList<>(flags);
        all.addAll(more);
        return new Hygiene(measurements, all, redactions, bands, sketch, units, hasLowerTwin);
    }

    public Hygiene withRedactions(Map<String, Integer> counts) {
        return new Hygiene(measurements, flags, counts, bands, sketch, units, hasLowerTwin);
    }

    public Hygiene withBands(List<Long> found) {
        return new Hygiene(measurements, flags, redactions, found, sketch, units, hasLowerTwin);
    }

    public Hygiene withSketch(List<Integer> found) {
        return new Hygiene(measurements, flags, redactions, bands, found, units, hasLowerTwin);
    }

    public Hygiene withUnits(TextUnits found) {
        return new Hygiene(measurements, flags, redactions, bands, sketch, found, hasLowerTwin);
    }

    /** Without what only finds duplicates: bands, sketch, and paragraphs and lines. */
    public Hygiene withoutKeys() {
        return new Hygiene(measurements, flags, redactions, List.of(), List.of(), TextUnits.NONE, hasLowerTwin);
    }

    public Hygiene withLowerTwin() {
        return new Hygiene(measurements, flags, redactions, bands, sketch, units, true);
    }
}
