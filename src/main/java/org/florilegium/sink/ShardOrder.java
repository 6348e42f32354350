package org.florilegium.sink;

import java.util.Comparator;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/** The order of rows in a release: by most probable tradition, language and id, so that like lies beside like. */
public final class ShardOrder {
    /** Cell of a row without any attribution. */
    public static final String UNKNOWN = "unknown";

    /** Orders rows. */
    public static final Comparator<GenericRecord> ROWS = Comparator.comparing(ShardOrder::tradition)
            .thenComparing(row -> row.get("language").toString())
            .thenComparing(row -> row.get("id").toString());

    private ShardOrder() {}

    /** Name of the most probable tradition of a row; unknown where what no tradition accounts for is more probable. */
    public static String tradition(GenericRecord row) {
        if (!(row.get("traditions") instanceof List<?> traditions) || traditions.isEmpty()) {
            return UNKNOWN;
        }
        double known = 0;
        for (Object tradition : traditions) {
            known += (Double) ((GenericRecord) tradition).get("probability");
        }
        GenericRecord first = (GenericRecord) traditions.get(0);
        return (Double) first.get("probability") >= 1 - known
                ? first.get("name").toString()
                : UNKNOWN;
    }
}
