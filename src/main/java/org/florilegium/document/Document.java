package org.florilegium.document;

import java.io.Serializable;

/**
 * One text, or one part of a long one, with all that is known of it.
 *
 * @param documentId SHA-256 of the normalized text before redaction, 128 bits in base32; empty before normalization
 * @param part number of the part, from 0
 */
public record Document(String documentId, int part, Content content, Provenance provenance, Hygiene hygiene, Tags tags)
        implements Serializable {

    /** A document just extracted. */
    public static Document extracted(Content content, Provenance provenance) {
        return new Document("", 0, content, provenance, Hygiene.NONE, Tags.NONE);
    }

    /** Identifier of the row: document id and part, for example {@code 7d4kx2m5/0}. */
    public String id() {
        return documentId + "/" + part;
    }

    public Document withIdentity(String id, int itsPart) {
        return new Document(id, itsPart, content, provenance, hygiene, tags);
    }

    public Document withContent(Content changed) {
        return new Document(documentId, part, changed, provenance, hygiene, tags);
    }

    public Document withProvenance(Provenance changed) {
        return new Document(documentId, part, content, changed, hygiene, tags);
    }

    public Document withHygiene(Hygiene changed) {
        return new Document(documentId, part, content, provenance, changed, tags);
    }

    public Document withTags(Tags changed) {
        return new Document(documentId, part, content, provenance, hygiene, changed);
    }
}
