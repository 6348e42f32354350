package org.florilegium.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.parquet.RowReader;

/**
 * Rows of the reservoir that are neither in the release nor among what it left out.
 *
 * @param ids their ids, sorted
 */
record MissingRows(Set<String> ids) {
    private static final int NAMED = 10;

    static MissingRows of(OutputFolder folder) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (Path file : folder.documents()) {
            ids.addAll(column(file, "id"));
        }
        for (Path shard : folder.shards()) {
            try {
                column(shard, "id").forEach(ids::remove);
            } catch (IOException e) {
                // A shard that cannot be read is a fault of its own; what it held cannot be told apart from what is
                // gone.
                return new MissingRows(Set.of());
            }
        }
        if (folder.releaseExclusions().isPresent()) {
            Set<String> excluded =
                    new TreeSet<>(column(folder.releaseExclusions().get(), "document_id"));
            ids.removeIf(id -> excluded.contains(id.substring(0, id.indexOf('/'))));
        }
        return new MissingRows(ids);
    }

    /** The first ids, and how many there are beyond them. */
    String listed() {
        String first = String.join(", ", ids.stream().limit(NAMED).toList());
        return ids.size() > NAMED ? first + " and " + (ids.size() - NAMED) + " more" : first;
    }

    private static Set<String> column(Path file, String name) throws IOException {
        Set<String> values = new TreeSet<>();
        try (RowReader reader = RowReader.open(file, List.of(name))) {
            for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                if (row.get(name) != null) {
                    values.add(row.get(name).toString());
                }
            }
        }
        return values;
    }
}
