package org.florilegium.source;

import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;

/**
 * Takes the members of a file, in the order in which they lie in it. What a sink throws ends the reading and reaches the
 * caller unchanged.
 */
public interface MemberSink {

    /** A member to go on with. */
    void document(RawDocument raw);

    /**
     * A member left out by decision.
     *
     * @param reason in snake case, for example {@code warc_request}
     */
    void dropped(Origin origin, String reason, String message);

    /**
     * A member, or the rest of a container, that could not be read.
     *
     * @param cause in snake case, for example {@code truncated_gzip}
     */
    void deadLetter(Origin origin, String cause, String message);
}
