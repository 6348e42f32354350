package org.florilegium.tag.tradition;

import java.io.Serializable;
import java.util.List;

/**
 * One leaf of the tradition file.
 *
 * @param name identifier in snake case; does not change once published
 * @param label name for people
 * @param steward who answers for the leaf, empty while nobody has signed it
 * @param reviewed ISO 8601 date of that signature, empty while there is none
 * @param wikidata Wikidata item such as {@code Q748}, empty where nobody was certain
 * @param lcc range of the Library of Congress Classification, empty where nobody was certain
 * @param aliases other names that a source may declare
 * @param queries what speaks for the leaf
 */
public record Tradition(
        String name,
        String label,
        String steward,
        String reviewed,
        String wikidata,
        String lcc,
        List<String> aliases,
        List<TraditionQuery> queries)
        implements Serializable {
    public Tradition {
        aliases = List.copyOf(aliases);
        queries = List.copyOf(queries);
    }

    /** Whether a steward has signed the leaf. */
    public boolean isReviewed() {
        return !steward.isEmpty() && !reviewed.isEmpty();
    }
}
