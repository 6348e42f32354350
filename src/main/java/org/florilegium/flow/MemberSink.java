package org.florilegium.flow;

import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;

/** Takes what a source finds, member by member; every member of a source gives exactly one call. */
public interface MemberSink {

    /** A member that goes on to extraction. */
    void document(RawDocument raw);

    /**
     * A member that is not a document by decision, for example the request record of a web archive.
     *
     * @param reason snake case
     * @param message what was found; never the text
     */
    void dropped(Origin origin, String reason, String message);

    /**
     * A member that cannot be read.
     *
     * @param cause snake case
     * @param message what was found and what was expected; never the text
     */
    void deadLetter(Origin origin, String cause, String message);
}
