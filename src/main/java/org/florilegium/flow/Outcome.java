package org.florilegium.flow;

import java.util.List;
import org.florilegium.document.Document;

/** What a step does with a document. */
public sealed interface Outcome {

    /**
     * The document goes on.
     *
     * @param documents the changed document, or the parts it was cut into; at least one
     */
    record Kept(List<Document> documents) implements Outcome {
        public Kept {
            documents = List.copyOf(documents);
            if (documents.isEmpty()) {
                throw new IllegalArgumentException("a kept outcome must have at least one document");
            }
        }
    }

    /**
     * The document is left out by decision.
     *
     * @param reason why, in snake case; accounting counts by it
     * @param message what was measured and against which bound; never the text
     * @param document the document with the measurements that led to the decision
     */
    record Dropped(String reason, String message, Document document) implements Outcome {}

    static Outcome keep(Document document) {
        return new Kept(List.of(document));
    }

    static Outcome keep(List<Document> parts) {
        return new Kept(parts);
    }

    static Outcome drop(String reason, String message, Document document) {
        return new Dropped(reason, message, document);
    }
}
