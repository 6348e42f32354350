package org.florilegium.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.parquet.RowReader;
import org.florilegium.row.RowDocuments;
import org.florilegium.sink.Reservoir;
import org.florilegium.sink.ReservoirFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads narrow columns of a whole reservoir, file by file. Where several commits saw the same document, the sighting with
 * the lowest origin stands for it, with the origins of all.
 */
final class ReservoirScan implements Closeable {

    /**
     * One row of the scan.
     *
     * @param file number of its data file
     * @param row number of the row in that file
     * @param place number of the row among all rows of the reservoir
     * @param columns the columns asked for
     * @param sighting what is known of it where several commits saw its document
     */
    record Row(int file, int row, long place, GenericRecord columns, RepeatedSightings.@Nullable Known sighting) {
        String documentId() {
            return columns.get("document_id").toString();
        }

        boolean isFirstPart() {
            return (Integer) columns.get("part") == 0;
        }

        /** Origins of all sightings; {@code origins} has to be one of the columns. */
        List<Origin> origins() {
            return sighting == null ? RowDocuments.origins(columns) : sighting.origins();
        }

        /** The document as far as the columns go, with the origins of all sightings where there are several. */
        Document document() {
            Document document = RowDocuments.toDocument(columns);
            return sighting == null
                    ? document
                    : document.withProvenance(document.provenance().withOtherOrigins(sighting.origins()));
        }
    }

    /** Takes rows in the order of files and rows. */
    @FunctionalInterface
    interface RowSink {
        void take(Row row) throws IOException;
    }

    private final List<Path> files;
    private @Nullable RepeatedSightings repeated;

    private ReservoirScan(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Opens a scan; with more than one commit it reads ids and origins to find repeated documents.
     *
     * @param temp folder for what is sorted on disk, empty again when the scan is closed
     */
    static ReservoirScan open(Reservoir reservoir, Path temp) throws IOException {
        List<Path> files = new ArrayList<>();
        for (ReservoirFile file : reservoir.files("documents")) {
            files.add(reservoir.folder().resolve(file.path()));
        }
        ReservoirScan scan = new ReservoirScan(files);
        if (reservoir.manifests().size() > 1) {
            scan.repeated = RepeatedSightings.find(scan, temp);
        }
        return scan;
    }

    /** Data files in the order of their numbers. */
    List<Path> files() {
        return files;
    }

    /** Reads {@code columns}, of which {@code document_id} has to be one, of every row that stands for its document. */
    void read(List<String> columns, RowSink sink) throws IOException {
        RepeatedSightings known = repeated;
        if (known == null) {
            readAll(columns, sink);
            return;
        }
        try (RepeatedSightings.Cursor cursor = known.open()) {
            readAll(columns, row -> {
                RepeatedSightings.Known sighting = cursor.at(row.place());
                if (sighting == null) {
                    sink.take(row);
                } else if (sighting.stands()) {
                    sink.take(new Row(row.file(), row.row(), row.place(), row.columns(), sighting));
                }
            });
        }
    }

    /** Reads {@code columns} of every row there is. */
    void readAll(List<String> columns, RowSink sink) throws IOException {
        long place = 0;
        for (int file = 0; file < files.size(); file++) {
            try (RowReader reader = RowReader.open(files.get(file), columns)) {
                int number = 0;
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    sink.take(new Row(file, number++, place++, row, null));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (repeated != null) {
            repeated.close();
        }
    }
}
