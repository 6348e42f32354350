package org.florilegium.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Origin;
import org.florilegium.row.RowDocuments;

/** Joins the origins that several commits of a reservoir saw for one document. */
final class SightedOrigins {
    private SightedOrigins() {}

    /** Gives {@code row} the origins of {@code others} too, each once, in their order. */
    static void join(GenericRecord row, List<GenericRecord> others) {
        Map<Origin, Object> origins = new TreeMap<>();
        collect(row, origins);
        others.forEach(other -> collect(other, origins));
        row.put("origins", new ArrayList<>(origins.values()));
    }

    private static void collect(GenericRecord row, Map<Origin, Object> origins) {
        List<Origin> read = RowDocuments.origins(row);
        List<?> records = (List<?>) row.get("origins");
        for (int i = 0; i < read.size(); i++) {
            origins.put(read.get(i), records.get(i));
        }
    }
}
