package org.florilegium.dedup;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.flow.Sighting;
import org.jspecify.annotations.Nullable;

/** Joins the sightings of one document id, in any order: the one with the lowest origin stays, with the origins of all. */
public final class SightingMerger {
    private final TreeSet<Origin> origins = new TreeSet<>();
    private @Nullable Document first;
    private boolean hasLowerTwin;

    /** Adds a sighting of the document, or the news that it has a lower twin. */
    public void add(Sighting sighting) {
        if (sighting instanceof Sighting.LowerTwin) {
            hasLowerTwin = true;
        } else if (sighting instanceof Sighting.Kept kept) {
            Document document = kept.first();
            origins.add(document.provenance().origin());
            origins.addAll(document.provenance().otherOrigins());
            if (first == null
                    || document.provenance()
                                    .origin()
                                    .compareTo(first.provenance().origin())
                            < 0) {
                first = document;
            }
        }
    }

    /** The one document, empty if no sighting brought its text. */
    public Optional<Sighting> merged() {
        if (first == null) {
            return Optional.empty();
        }
        Document document = first.withProvenance(first.provenance().withOtherOrigins(origins));
        if (hasLowerTwin) {
            document = document.withHygiene(document.hygiene().withLowerTwin());
        }
        return Optional.of(new Sighting.Kept(List.of(document)));
    }
}
