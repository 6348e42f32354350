package org.florilegium.dedup;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.florilegium.document.Document;
import org.florilegium.document.Hygiene;
import org.florilegium.document.Origin;
import org.florilegium.document.Provenance;
import org.florilegium.flow.Sighting;
import org.jspecify.annotations.Nullable;

/** Joins the sightings of one document id, in any order: the one with the lowest origin stays, with the origins of all. */
public final class SightingMerger {
    private final TreeSet<Origin> origins = new TreeSet<>();
    private @Nullable Document first;
    private boolean hasLowerTwin;
    private @Nullable Origin known;

    /** Adds a sighting of the document, or the news that it has a lower twin or is in the reservoir. */
    public void add(Sighting sighting) {
        if (sighting instanceof Sighting.LowerTwin) {
            hasLowerTwin = true;
        } else if (sighting instanceof Sighting.Known there) {
            known = known == null || there.origin().compareTo(known) < 0 ? there.origin() : known;
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

    /** The one document, empty if no sighting brought its text, or none a place that the reservoir does not know. */
    public Optional<Sighting> merged() {
        if (first == null) {
            return Optional.empty();
        }
        if (known != null && known.compareTo(first.provenance().origin()) <= 0) {
            return furtherSighting(first, known);
        }
        Document document = first.withProvenance(first.provenance().withOtherOrigins(origins));
        if (hasLowerTwin) {
            document = document.withHygiene(document.hygiene().withLowerTwin());
        }
        return Optional.of(new Sighting.Kept(List.of(document)));
    }

    /** Origins without text: the sighting in the reservoir has a lower one, so it stands for the document. */
    private Optional<Sighting> furtherSighting(Document document, Origin there) {
        origins.remove(there);
        if (origins.isEmpty()) {
            return Optional.empty();
        }
        Provenance provenance = new Provenance(
                        origins.first(),
                        document.provenance().declared(),
                        List.of(),
                        document.provenance().lineage())
                .withOtherOrigins(origins);
        Document bare = document.withContent(document.content().withText("").withTokens(0))
                .withProvenance(provenance)
                .withHygiene(Hygiene.NONE.withLowerTwin()); // so that nothing looks for more in it
        return Optional.of(new Sighting.Kept(List.of(bare)));
    }
}
