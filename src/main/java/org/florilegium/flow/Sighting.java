package org.florilegium.flow;

import java.io.Serializable;
import java.util.List;
import org.florilegium.document.Document;
import org.florilegium.document.Exclusion;
import org.florilegium.document.Origin;

/**
 * What flows between stages: a document that was kept so far, one that was left out, or the news that a document has a
 * lower twin or is known already.
 *
 * <p>They share one type because every further output of a DoFn would break Flink's operator chain.
 */
public sealed interface Sighting extends Serializable {

    /**
     * A document that goes on.
     *
     * @param parts the document, or all its parts in order; they share one document id
     */
    record Kept(List<Document> parts) implements Sighting {
        public Kept {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("a kept sighting must have at least one part");
            }
        }

        /** The first part, which carries what all parts share. */
        public Document first() {
            return parts.get(0);
        }
    }

    /** A document that was left out. */
    record Excluded(Exclusion exclusion) implements Sighting {}

    /**
     * The document by which this is keyed is in the reservoir already.
     *
     * @param origin first origin of one of its sightings there
     * @param bands its MinHash bands
     */
    record Known(Origin origin, List<Long> bands) implements Sighting {
        public Known {
            bands = List.copyOf(bands);
        }
    }

    /** Some document with a lower id shares a band with the document by which this is keyed. */
    record LowerTwin() implements Sighting {}
}
