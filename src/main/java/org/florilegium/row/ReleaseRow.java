package org.florilegium.row;

import java.io.Serializable;
import java.util.List;
import org.florilegium.document.Document;

/**
 * A row as released.
 *
 * @param document the document as written, without the excised stretches
 * @param clusterId lowest document id of its near duplicates, its own where it has none
 * @param clusterSize documents in that cluster, 1 or more
 * @param excised what was left out of the text
 * @param selection why it is here
 */
public record ReleaseRow(
        Document document, String clusterId, int clusterSize, List<Excision> excised, Selection selection)
        implements Serializable {
    public ReleaseRow {
        excised = List.copyOf(excised);
    }
}
