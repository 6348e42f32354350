package org.florilegium.flow;

import java.io.Serializable;
import org.florilegium.document.Document;
import org.florilegium.document.Lineage;
import org.florilegium.document.RawDocument;
import org.florilegium.document.UnprocessableDocumentException;

/** The first stage of all: bytes in, a document out. Opened and closed as a {@link Step} is. */
public interface Extractor extends Serializable {

    /** Opens what the extractor needs; called once before any document. */
    default void open() {}

    /** Closes what {@link #open()} opened. */
    default void close() {}

    /**
     * Takes the text out of {@code raw}. A well-formed input without text gives a document with an empty text.
     *
     * @throws UnprocessableDocumentException when the bytes cannot be read as what they are
     */
    Document extract(RawDocument raw) throws UnprocessableDocumentException;

    /** What a row says of its extraction. */
    Lineage lineage();
}
