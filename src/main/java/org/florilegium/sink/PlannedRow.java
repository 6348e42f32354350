package org.florilegium.sink;

import java.util.List;
import org.florilegium.row.Excision;
import org.florilegium.row.Selection;

/**
 * What becomes of one row of a reservoir file in a release.
 *
 * @param row number of the row in its data file, from 0
 * @param shard number of the shard it goes to, from 0
 * @param written whether this sighting is the one that is written; otherwise it only adds its origins
 * @param clusterId lowest document id of its near duplicates
 * @param clusterSize documents in that cluster
 * @param excised stretches to leave out of its text
 * @param selection why it is in the release
 */
public record PlannedRow(
        int row,
        int shard,
        boolean written,
        String clusterId,
        int clusterSize,
        List<Excision> excised,
        Selection selection) {
    public PlannedRow {
        excised = List.copyOf(excised);
    }
}
