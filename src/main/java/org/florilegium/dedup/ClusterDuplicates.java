package org.florilegium.dedup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.florilegium.document.DocumentKey;
import org.florilegium.sorted.RecordFile;
import org.florilegium.sorted.SortedRecords;

/**
 * Joins documents that share a band into clusters; the lowest document id of a cluster is its keeper.
 *
 * <p>Documents are added once, in any order, and the outcome does not depend on it:
 *
 * <pre>{@code
 * try (ClusterDuplicates joining = new ClusterDuplicates(temporaryFolder, spec)) {
 *     for (...) joining.add(documentId, bands, sketch);
 *     DuplicateClusters clusters = joining.finish();
 *     clusters.keeperOf(documentId);
 * }
 * }</pre>
 *
 * <p>Bands with their ids are sorted in temporary files, about 24 bytes of disk each, with buffers of fixed size. A bucket
 * streams past and is never listed, see {@link BandBuckets}. Only documents with a near duplicate come into memory, at 12
 * bytes each. Adding a document twice changes nothing.
 *
 * <p>With {@code verify: jaccard} candidates are checked by their sketches, which lie in a temporary file, at most 1 KB each;
 * of each bucket up to 64 are in memory.
 */
public final class ClusterDuplicates implements Closeable {
    private static final int[] NO_SKETCH = {};

    private final Path folder;
    private final DedupSpec spec;
    private final SortedRecords bands;
    private final SketchFile sketches;

    /** @param folder for temporary files; it is made where it is not there */
    public ClusterDuplicates(Path folder, DedupSpec spec) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.spec = spec;
        this.bands = new SortedRecords(folder, "bands", spec.isVerified() ? 4 : 3);
        this.sketches = new SketchFile(folder.resolve("sketches"));
    }

    /**
     * Adds one document.
     *
     * @param bandHashes its band hashes; none for a text too short to have any
     * @param sketch its sketch; none where candidates are not checked
     */
    public void add(String documentId, long[] bandHashes, int[] sketch) throws IOException {
        if (bandHashes.length == 0) {
            return;
        }
        DocumentKey key = DocumentKey.of(documentId);
        long[] record = {0, signed(key.high()), signed(key.low()), spec.isVerified() ? sketches.append(sketch) : 0};
        for (long hash : bandHashes) {
            record[0] = hash;
            bands.add(record);
        }
    }

    /**
     * The clusters of all documents added, which read from the folder until they are closed; nothing may be added
     * afterwards.
     */
    public DuplicateClusters finish() throws IOException {
        sketches.flush();
        Path pairs = folder.resolve("pairs");
        Path keys = folder.resolve("keys");
        try (SortedRecords joined = new SortedRecords(folder, "joined", 2)) {
            try (RecordFile.Writer writer = new RecordFile.Writer(pairs)) {
                BandBuckets buckets = new BandBuckets(candidates(), (high, low, otherHigh, otherLow) -> {
                    writer.write(high, low, otherHigh, otherLow);
                    joined.add(high, low);
                    joined.add(otherHigh, otherLow);
                });
                bands.read(buckets::take);
            }
            close();
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
        sketches.close();
    }

    private BandBuckets.Candidates candidates() {
        return new BandBuckets.Candidates() {
            @Override
            public int[] sketch(long[] entry) throws IOException {
                return spec.isVerified() ? sketches.read(entry[3]) : NO_SKETCH;
            }

            @Override
            public boolean match(int[] a, int[] b) {
                return !spec.isVerified() || ShingleSketch.likeness(a, b) >= spec.threshold();
            }
        };
    }

    /** The same order among signed numbers as {@code bits} has among unsigned ones. */
    static long signed(long bits) {
        return bits ^ Long.MIN_VALUE;
    }
}
