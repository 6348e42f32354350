package org.florilegium.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Origin;
import org.florilegium.parquet.RowReader;
import org.florilegium.row.ExclusionRows;
import org.florilegium.row.RowDocuments;
import org.florilegium.sink.Reservoir;
import org.florilegium.sink.ReservoirFile;

/**
 * Which messages of a topic a reservoir holds, as documents or as exclusions.
 *
 * @param sightings how often each message is there, by {@code topic/partition/offset}
 */
record StreamPlaces(Map<String, Integer> sightings) {

    StreamPlaces {
        sightings = Map.copyOf(sightings);
    }

    /** Reads the origins of all that is committed. */
    static StreamPlaces of(Reservoir reservoir) throws IOException {
        Map<String, Integer> found = new HashMap<>();
        for (ReservoirFile file : reservoir.files("documents")) {
            try (RowReader reader = open(reservoir, file, List.of("part", "origins"))) {
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    if (row.get("part").equals(0)) {
                        count(RowDocuments.origins(row), found);
                    }
                }
            }
        }
        for (ReservoirFile file : reservoir.files("exclusions")) {
            try (RowReader reader = open(reservoir, file, List.of())) {
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    count(ExclusionRows.toExclusion(row).origins(), found);
                }
            }
        }
        return new StreamPlaces(found);
    }

    /** The first offset of {@code topic} that is not there, by partition; a partition of which nothing is there is left out. */
    Map<Integer, Long> next(String topic) {
        Map<Integer, Long> next = new TreeMap<>();
        for (String place : sightings.keySet()) {
            int offset = place.lastIndexOf('/');
            int partition = place.lastIndexOf('/', offset - 1);
            if (place.substring(0, partition).equals(topic)) {
                next.merge(
                        Integer.valueOf(place.substring(partition + 1, offset)),
                        Long.parseLong(place.substring(offset + 1)) + 1,
                        Math::max);
            }
        }
        return next;
    }

    private static RowReader open(Reservoir reservoir, ReservoirFile file, List<String> columns) throws IOException {
        Path path = reservoir.folder().resolve(file.path());
        return RowReader.open(path, columns);
    }

    private static void count(List<Origin> origins, Map<String, Integer> found) {
        origins.forEach(origin -> found.merge(origin.uri() + "/" + origin.record(), 1, Integer::sum));
    }
}
