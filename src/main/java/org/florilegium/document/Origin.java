package org.florilegium.document;

import java.io.Serializable;
import java.util.Comparator;

/**
 * One place where a document was found.
 *
 * <p>Origins are ordered by source, uri and record, so the first of several is the same whatever order they arrive in.
 *
 * @param source name of the source in the pipeline file
 * @param uri path relative to the source's root, a target URI of an archive, or {@code topic/partition}
 * @param record the member inside a container, for example {@code line 12}, a WARC record id or a Kafka offset; empty for
 *     a plain file
 * @param mediaType media type of the raw bytes, empty while unknown
 * @param retrievedAt ISO 8601 instant stated by the source, empty where it states none
 * @param digest SHA-256 of the raw bytes, 64 hexadecimal digits
 * @param licence licence the source declares, empty where unknown
 * @param consent what the source and the signals found with it say of its use, as {@link Consent#text()} writes it; empty
 *     where they say nothing
 */
public record Origin(
        String source,
        String uri,
        String record,
        String mediaType,
        String retrievedAt,
        String digest,
        String licence,
        String consent)
        implements Comparable<Origin>, Serializable {

    private static final Comparator<Origin> ORDER = Comparator.comparing(Origin::source)
            .thenComparing(Origin::uri)
            .thenComparing(Origin::record)
            .thenComparing(Origin::digest);

    @Override
    public int compareTo(Origin other) {
        return ORDER.compare(this, other);
    }

    /** This origin with the media type that was detected from its bytes. */
    public Origin withMediaType(String detected) {
        return new Origin(source, uri, record, detected, retrievedAt, digest, licence, consent);
    }

    /** This origin with {@code found} in place of its consent. */
    public Origin withConsent(Consent found) {
        return new Origin(source, uri, record, mediaType, retrievedAt, digest, licence, found.text());
    }

    /** A short form for messages: {@code source:uri#record}. */
    public String label() {
        return source + ":" + uri + (record.isEmpty() ? "" : "#" + record);
    }
}
