package org.florilegium.sink;

import java.util.List;
import org.florilegium.row.Excision;
import org.florilegium.row.Selection;

/**
 * What becomes of one row of a reservoir file in a release.
 *
 * @param row number of the row in its data file, from 0
 * @param clusterId lowest document id of its near duplicates
 * @param clusterSize documents in that cluster
 * @param excised stretches to leave out of its text
 * @param change what else differs from the row in the file
 * @param selection why it is in the release
 */
public record PlannedRow(
        int row, String clusterId, int clusterSize, List<Excision> excised, RowChange change, Selection selection) {
    public PlannedRow {
        excised = List.copyOf(excised);
    }
}
