package org.florilegium.flow;

import java.io.Serializable;
import org.florilegium.document.Document;
import org.florilegium.document.Lineage;
import org.florilegium.document.UnprocessableDocumentException;

/**
 * One per-document stage: a document in; kept, dropped with a reason, or not processable.
 *
 * <p>A step is shipped to workers, so it holds its specification only; what is expensive or native is opened in {@link
 * #open()}, once for each worker, and kept in transient fields. A step is used by one thread at a time.
 */
public interface Step extends Serializable {

    /** Name of the stage for lineage, accounting and counters, for example {@code normalize}. */
    String stage();

    /** Opens what the step needs; called once before any document. */
    default void open() {}

    /** Closes what {@link #open()} opened. */
    default void close() {}

    /**
     * Does the work of the stage on one document.
     *
     * @throws UnprocessableDocumentException when this document, not the machine, is at fault
     */
    Outcome apply(Document document) throws UnprocessableDocumentException;

    /** What a row that went through this step says about it. */
    Lineage lineage();
}
