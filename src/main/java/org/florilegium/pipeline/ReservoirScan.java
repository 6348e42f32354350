package org.florilegium.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Origin;
import org.florilegium.parquet.RowReader;
import org.florilegium.row.RowDocuments;
import org.florilegium.sink.Reservoir;
import org.florilegium.sink.ReservoirFile;

/**
 * Reads narrow columns of a whole reservoir, file by file. Where several commits saw the same document, the sighting with
 * the lowest origin stands for it, with the origins of all.
 */
final class ReservoirScan {

    /**
     * One row of the scan.
     *
     * @param file number of its data file
     * @param row number of the row in that file
     * @param stands whether this sighting stands for its document
     * @param columns the columns asked for
     */
    record Row(int file, int row, boolean stands, GenericRecord columns) {
        String documentId() {
            return columns.get("document_id").toString();
        }
    }

    /** Takes rows in the order of files and rows. */
    @FunctionalInterface
    interface RowSink {
        void take(Row row) throws IOException;
    }

    private record Sighting(int file, TreeSet<Origin> origins) {}

    private final List<Path> files;
    private final Map<String, Sighting> repeated = new HashMap<>();

    private ReservoirScan(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** Opens a scan; with more than one commit it reads ids and origins once to find repeated documents. */
    static ReservoirScan open(Reservoir reservoir) throws IOException {
        List<Path> files = new ArrayList<>();
        for (ReservoirFile file : reservoir.files("documents")) {
            files.add(reservoir.folder().resolve(file.path()));
        }
        ReservoirScan scan = new ReservoirScan(files);
        if (reservoir.manifests().size() > 1) {
            scan.findRepeated();
        }
        return scan;
    }

    /** Data files in the order of their numbers. */
    List<Path> files() {
        return files;
    }

    /** Reads {@code columns}, of which {@code document_id} has to be one, of every row. */
    void read(List<String> columns, RowSink sink) throws IOException {
        for (int file = 0; file < files.size(); file++) {
            try (RowReader reader = RowReader.open(files.get(file), columns)) {
                int number = 0;
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    Sighting first = repeated.get(row.get("document_id").toString());
                    sink.take(new Row(file, number++, first == null || first.file() == file, row));
                }
            }
        }
    }

    /** All origins of a document of which {@code row} is a sighting. */
    List<Origin> origins(Row row) {
        Sighting all = repeated.get(row.documentId());
        return all == null ? RowDocuments.origins(row.columns()) : List.copyOf(all.origins());
    }

    /** Whether several commits saw the document. */
    boolean isRepeated(String documentId) {
        return repeated.containsKey(documentId);
    }

    private void findRepeated() throws IOException {
        Map<String, Sighting> seen = new HashMap<>();
        read(List.of("document_id", "part", "origins"), row -> {
            if ((Integer) row.columns().get("part") == 0) {
                String id = row.documentId();
                TreeSet<Origin> origins = new TreeSet<>(RowDocuments.origins(row.columns()));
                Sighting before = seen.get(id);
                if (before != null) {
                    boolean lower = origins.first().compareTo(before.origins().first()) < 0;
                    origins.addAll(before.origins());
                    repeated.put(id, new Sighting(lower ? row.file() : before.file(), origins));
                }
                seen.put(id, repeated.getOrDefault(id, new Sighting(row.file(), origins)));
            }
        });
    }
}
