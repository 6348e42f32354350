package org.florilegium.dedup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Joins documents that share a band into clusters; the lowest document id of a cluster is its keeper.
 *
 * <p>Documents are added once, in any order, and the outcome does not depend on it:
 *
 * <pre>{@code
 * try (ClusterDuplicates joining = new ClusterDuplicates(temporaryFolder)) {
 *     for (...) joining.add(documentId, bands);
 *     DuplicateClusters clusters = joining.finish();
 *     clusters.keeperOf(documentId);
 * }
 * }</pre>
 *
 * <p>Bands with their ids are sorted in temporary files, about 24 bytes of disk each, with buffers of fixed size. A bucket
 * streams past: its lowest id is joined with each other one, and none is listed. Only documents with a near duplicate come
 * into memory, at 12 bytes each. Adding a document twice changes nothing.
 */
public final class ClusterDuplicates implements Closeable {
    private final Path folder;
    private final SortedRecords bands;

    /** @param folder for temporary files; it is made where it is not there */
    public ClusterDuplicates(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.bands = new SortedRecords(folder, "bands", 3);
    }

    /**
     * Adds one document.
     *
     * @param bandHashes its band hashes; none for a text too short to have any
     */
    public void add(String documentId, long[] bandHashes) throws IOException {
        if (bandHashes.length == 0) {
            return;
        }
        DocumentKey key = DocumentKey.of(documentId);
        for (long hash : bandHashes) {
            bands.add(hash, signed(key.high()), signed(key.low()));
        }
    }

    /**
     * The clusters of all documents added, which read from the folder until they are closed; nothing may be added
     * afterwards.
     */
    public DuplicateClusters finish() throws IOException {
        Path pairs = folder.resolve("pairs");
        Path keys = folder.resolve("keys");
        try (SortedRecords joined = new SortedRecords(folder, "joined", 2)) {
            try (RecordFile.Writer writer = new RecordFile.Writer(pairs)) {
                BandBuckets buckets = new BandBuckets(writer, joined);
                bands.read(buckets::take);
            }
            bands.close();
            try (RecordFile.Writer writer = new RecordFile.Writer(keys)) {
                joined.read(writer::write);
            }
        }
        DuplicateClusters clusters = new DuplicateClusters(keys);
        try (RecordFile.Reader reader = new RecordFile.Reader(pairs, 4)) {
            while (reader.advance()) {
                clusters.join(reader.numbers());
            }
        }
        Files.delete(pairs);
        clusters.settle();
        return clusters;
    }

    @Override
    public void close() throws IOException {
        bands.close();
    }

    /** The same order among signed numbers as {@code bits} has among unsigned ones. */
    static long signed(long bits) {
        return bits ^ Long.MIN_VALUE;
    }

    /** Takes bands in their order, and in each its ids from the lowest up, and pairs the lowest with each other one. */
    private static final class BandBuckets {
        private final RecordFile.Writer pairs;
        private final SortedRecords joined;
        private long[] lowest = {};

        BandBuckets(RecordFile.Writer pairs, SortedRecords joined) {
            this.pairs = pairs;
            this.joined = joined;
        }

        void take(long[] band) throws IOException {
            if (lowest.length == 0 || lowest[0] != band[0]) {
                lowest = band.clone();
                return;
            }
            pairs.write(lowest[1], lowest[2], band[1], band[2]);
            joined.add(lowest[1], lowest[2]);
            joined.add(band[1], band[2]);
        }
    }
}
