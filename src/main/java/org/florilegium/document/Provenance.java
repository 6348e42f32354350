package org.florilegium.document;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Where a document comes from and what it went through.
 *
 * @param origin the first of its origins, in the order of {@link Origin}
 * @param declared what the source of that origin declares
 * @param otherOrigins further places where the same text was found, sorted, without {@code origin}
 * @param lineage stages in the order they were run
 */
public record Provenance(Origin origin, Declared declared, List<Origin> otherOrigins, List<Lineage> lineage)
        implements Serializable {

    public Provenance {
        otherOrigins = List.copyOf(otherOrigins);
        lineage = List.copyOf(lineage);
    }

    public static Provenance of(Origin origin, Declared declared) {
        return new Provenance(origin, declared, List.of(), List.of());
    }

    /** This provenance with {@code stages} in place of its lineage. */
    public Provenance withLineage(List<Lineage> stages) {
        return new Provenance(origin, declared, otherOrigins, stages);
    }

    /** This provenance with {@code found} as its further origins; duplicates and the first origin itself are left out. */
    public Provenance withOtherOrigins(Iterable<Origin> found) {
        TreeSet<Origin> sorted = new TreeSet<>();
        found.forEach(sorted::add);
        sorted.remove(origin);
        return new Provenance(origin, declared, new ArrayList<>(sorted), lineage);
    }
}
