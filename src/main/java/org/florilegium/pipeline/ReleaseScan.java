package org.florilegium.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.florilegium.curate.Features;
import org.florilegium.curate.NonNegotiables;
import org.florilegium.dedup.ClusterDuplicates;
import org.florilegium.dedup.DedupSpec;
import org.florilegium.dedup.DuplicateClusters;
import org.florilegium.dedup.RepeatMarks;
import org.florilegium.document.Document;
import org.florilegium.row.RowDocuments;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reservoir as a release sees it: each document once, with its cluster, and of those that stay for their cluster with
 * what is repeated in it.
 */
final class ReleaseScan implements Closeable {
    private static final List<String> BANDS = List.of("document_id", "part", "bands", "sketch");

    /**
     * One part of a document.
     *
     * @param row where it is
     * @param document as the reservoir holds it
     * @param keeper lowest document id of its cluster
     * @param marked the document as a release has it
     */
    record Row(ReservoirScan.Row row, Document document, String keeper, RepeatMarks marked) {
        boolean isKeeper() {
            return keeper.equals(document.documentId());
        }

        /** Whether it can be released at all. */
        boolean stays() {
            return isKeeper() && !marked.isEmptied();
        }
    }

    /** Takes rows in the order of files and rows. */
    @FunctionalInterface
    interface RowSink {
        void take(Row row) throws IOException;
    }

    private final ReservoirScan scan;
    private final DuplicateClusters clusters;
    private final @Nullable RepeatedText repeats;

    /** @param temp folder for what is sorted on disk, empty again when this is closed */
    ReleaseScan(ReservoirScan scan, DedupSpec spec, Path temp) throws IOException {
        this.scan = scan;
        this.clusters = cluster(scan, spec, temp);
        this.repeats = spec.comparesUnits() ? RepeatedText.find(this, spec, temp) : null;
    }

    /** Near duplicates. */
    DuplicateClusters clusters() {
        return clusters;
    }

    boolean isKeeper(String documentId) {
        return clusters.keeperOf(documentId).equals(documentId);
    }

    /** Reads {@code columns}, of which {@code document_id} and {@code part} have to be two, of every document. */
    void read(List<String> columns, RowSink sink) throws IOException {
        if (repeats == null) {
            readUnmarked(columns, sink);
            return;
        }
        try (RepeatedText.Cursor cursor = repeats.open()) {
            readUnmarked(RepeatedText.with(columns), row -> {
                RepeatMarks marked = row.isKeeper() ? cursor.marked(row) : row.marked();
                sink.take(new Row(row.row(), row.document(), row.keeper(), marked));
            });
        }
    }

    /** The same without a look at what is repeated. */
    void readUnmarked(List<String> columns, RowSink sink) throws IOException {
        scan.read(columns, row -> {
            Document document = row.document();
            String keeper = clusters.keeperOf(document.documentId());
            sink.take(new Row(row, document, keeper, RepeatMarks.none(document)));
        });
    }

    /** Whether everybody has to leave a document out, so that it must not be the one place where a paragraph stays. */
    static boolean isRefused(Document document) {
        return NonNegotiables.DEFAULT.reason(Features.of(document)).isPresent();
    }

    private static DuplicateClusters cluster(ReservoirScan scan, DedupSpec spec, Path temp) throws IOException {
        try (ClusterDuplicates joining = new ClusterDuplicates(temp, spec)) {
            scan.read(BANDS, row -> {
                if (row.isFirstPart()) {
                    joining.add(
                            row.documentId(), RowDocuments.bands(row.columns()), RowDocuments.sketch(row.columns()));
                }
            });
            return joining.finish();
        }
    }

    @Override
    public void close() throws IOException {
        clusters.close();
        if (repeats != null) {
            repeats.close();
        }
    }
}
