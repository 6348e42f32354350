package org.florilegium.sink;

import java.io.Serializable;
import java.util.List;
import org.florilegium.document.Document;
import org.florilegium.row.Excision;

/** Leaves stretches out of a document's text and moves its passages accordingly. */
@FunctionalInterface
public interface RowEditor extends Serializable {
    Document excise(Document document, List<Excision> excisions);
}
