package org.florilegium.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.florilegium.document.DocumentKey;
import org.florilegium.document.Origin;
import org.florilegium.row.RowDocuments;
import org.florilegium.sink.Json;
import org.florilegium.sorted.BytesFile;
import org.florilegium.sorted.RecordFile;
import org.florilegium.sorted.SortedRecords;

/**
 * Documents that several commits of a reservoir saw: which sighting of each stands for it, and the origins of all.
 *
 * <p>Ids are sorted in temporary files with buffers of fixed size; only what is known of one document is in memory at a time.
 */
final class RepeatedSightings implements Closeable {
    private static final int WIDTH = 3; // place, whether it stands, place of its origins

    /** What is known of one row of such a document. */
    record Known(boolean stands, List<Origin> origins) {}

    private record Origins(Origin[] all) {}

    private final Path folder;
    private final Path found;
    private final BytesFile origins;

    private RepeatedSightings(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.found = folder.resolve("repeated");
        this.origins = new BytesFile(folder.resolve("origins"));
    }

    /**
     * Finds them with two passes over ids, the second one with the origins of those that are repeated.
     *
     * @param folder for temporary files, which are gone when this is closed
     */
    static RepeatedSightings find(ReservoirScan scan, Path folder) throws IOException {
        RepeatedSightings repeated = new RepeatedSightings(folder);
        repeated.sortOrigins(scan, repeated.rowsOfRepeated(scan));
        return repeated;
    }

    /** Reads what was found from the first row on. */
    Cursor open() throws IOException {
        return new Cursor(new RecordFile.Reader(found, WIDTH), origins);
    }

    @Override
    public void close() throws IOException {
        origins.close();
        Files.deleteIfExists(found);
    }

    /** Rows of repeated documents by place, each with the number of its document. */
    private Path rowsOfRepeated(ReservoirScan scan) throws IOException {
        Path rows = folder.resolve("rows");
        try (SortedRecords ids = new SortedRecords(folder, "ids", 4);
                SortedRecords byPlace = new SortedRecords(folder, "places", 2)) {
            scan.readAll(List.of("document_id"), row -> {
                DocumentKey key = DocumentKey.of(row.documentId());
                ids.add(key.high(), key.low(), row.file(), row.place());
            });
            RowsOfDocument rowsOfDocument = new RowsOfDocument(byPlace);
            ids.read(rowsOfDocument::take);
            rowsOfDocument.end();
            try (RecordFile.Writer writer = new RecordFile.Writer(rows)) {
                byPlace.read(writer::write);
            }
        }
        return rows;
    }

    /** Hands on the rows of a document that lie in more than one file. */
    private static final class RowsOfDocument {
        private final SortedRecords byPlace;
        private final List<Long> places = new ArrayList<>();
        private long high;
        private long low;
        private long file;
        private boolean repeated;
        private long document;

        RowsOfDocument(SortedRecords byPlace) {
            this.byPlace = byPlace;
        }

        void take(long[] row) throws IOException {
            if (!places.isEmpty() && (row[0] != high || row[1] != low)) {
                end();
            }
            repeated |= !places.isEmpty() && row[2] != file;
            high = row[0];
            low = row[1];
            file = row[2];
            places.add(row[3]);
        }

        void end() throws IOException {
            for (long place : places) {
                if (repeated) {
                    byPlace.add(place, document);
                }
            }
            document++;
            places.clear();
            repeated = false;
        }
    }

    private void sortOrigins(ReservoirScan scan, Path rows) throws IOException {
        try (SortedRecords byDocument = new SortedRecords(folder, "documents", 4);
                BytesFile own = new BytesFile(folder.resolve("own"));
                RecordFile.Reader reader = new RecordFile.Reader(rows, 2)) {
            boolean[] more = {reader.advance()};
            scan.readAll(List.of("document_id", "part", "origins"), row -> {
                if (more[0] && reader.numbers()[0] == row.place()) {
                    boolean first = (Integer) row.columns().get("part") == 0;
                    long place = first ? own.append(bytes(RowDocuments.origins(row.columns()))) : -1;
                    byDocument.add(reader.numbers()[1], row.file(), row.place(), place);
                    more[0] = reader.advance();
                }
            });
            merge(byDocument, own);
        }
        Files.delete(rows);
    }

    private void merge(SortedRecords byDocument, BytesFile own) throws IOException {
        try (SortedRecords byPlace = new SortedRecords(folder, "standing", WIDTH)) {
            List<long[]> document = new ArrayList<>();
            byDocument.read(row -> {
                if (!document.isEmpty() && document.get(0)[0] != row[0]) {
                    settle(document, own, byPlace);
                    document.clear();
                }
                document.add(row.clone());
            });
            settle(document, own, byPlace);
            try (RecordFile.Writer writer = new RecordFile.Writer(found)) {
                byPlace.read(writer::write);
            }
        }
    }

    /** The sighting with the lowest origin stands; of equal ones that of the first file. */
    private void settle(List<long[]> rows, BytesFile own, SortedRecords byPlace) throws IOException {
        TreeSet<Origin> all = new TreeSet<>();
        Origin lowest = null;
        long standing = -1;
        for (long[] row : rows) {
            if (row[3] >= 0) {
                List<Origin> its = origins(own.read(row[3]));
                if (lowest == null || its.get(0).compareTo(lowest) < 0) {
                    lowest = its.get(0);
                    standing = row[1];
                }
                all.addAll(its);
            }
        }
        long place = rows.isEmpty() ? 0 : origins.append(bytes(List.copyOf(all)));
        for (long[] row : rows) {
            byPlace.add(row[2], row[1] == standing ? 1 : 0, place);
        }
    }

    private static byte[] bytes(List<Origin> origins) {
        return Json.line(new Origins(origins.toArray(new Origin[0]))).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Origin> origins(byte[] bytes) throws IOException {
        return List.of(Json.read(new String(bytes, StandardCharsets.UTF_8), Origins.class, "origins")
                .all());
    }

    /** Goes forward through the rows of a reservoir. */
    static final class Cursor implements Closeable {
        private final RecordFile.Reader reader;
        private final BytesFile origins;
        private boolean more;

        Cursor(RecordFile.Reader reader, BytesFile origins) throws IOException {
            this.reader = reader;
            this.origins = origins;
            this.more = reader.advance();
        }

        /** What is known of the row at a place, which have to be asked for in their order; null where it is the only one. */
        @org.jspecify.annotations.Nullable
        Known at(long place) throws IOException {
            while (more && reader.numbers()[0] < place) {
                more = reader.advance();
            }
            if (!more || reader.numbers()[0] != place) {
                return null;
            }
            return new Known(reader.numbers()[1] == 1, origins(origins.read(reader.numbers()[2])));
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
