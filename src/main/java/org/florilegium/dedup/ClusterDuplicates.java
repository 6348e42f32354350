package org.florilegium.dedup;

import java.util.Arrays;

/**
 * Joins documents that share a band into clusters; the lowest document id of a cluster is its keeper.
 *
 * <p>Documents are read twice, in any order, and the outcome does not depend on it:
 *
 * <pre>{@code
 * BandSightings sightings = new BandSightings(documents, 14);
 * for (...) sightings.see(bands);
 * ClusterDuplicates joining = new ClusterDuplicates(sightings);
 * for (...) joining.add(documentId, bands);
 * DuplicateClusters clusters = joining.finish();
 * clusters.keeperOf(documentId);
 * }</pre>
 *
 * <p>Only documents with a band that was seen again are held, at about 32 bytes each; while joining, each of their repeated
 * bands takes about 20 bytes more. Adding a document twice changes nothing.
 */
public final class ClusterDuplicates {
    private final BandSightings sightings;
    private final BandIndex bands = new BandIndex();
    private final DocumentNumbers documents = new DocumentNumbers();
    private int[] parents = new int[512];

    public ClusterDuplicates(BandSightings sightings) {
        this.sightings = sightings;
    }

    /**
     * Adds one document.
     *
     * @param bandHashes its band hashes, as the sightings saw them; none for a text too short to have any
     */
    public void add(String documentId, long[] bandHashes) {
        int number = DocumentNumbers.ABSENT;
        for (long hash : bandHashes) {
            if (!sightings.maybeRepeated(hash)) {
                continue;
            }
            if (number < 0) {
                number = number(DocumentKey.of(documentId));
            }
            int first = bands.putIfAbsent(hash, number);
            if (first >= 0) {
                join(first, number);
            }
        }
    }

    /** The clusters of all documents added; this object is of no use afterwards. */
    public DuplicateClusters finish() {
        int[] sizes = new int[documents.count()];
        for (int i = 0; i < documents.count(); i++) {
            int keeper = keeper(i);
            parents[i] = keeper;
            sizes[keeper]++;
        }
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] > 0) {
                parents[i] = -sizes[i];
            }
        }
        return new DuplicateClusters(documents, Arrays.copyOf(parents, documents.count()));
    }

    private int number(DocumentKey key) {
        int before = documents.count();
        int number = documents.number(key);
        if (number == before) {
            if (number == parents.length) {
                parents = Arrays.copyOf(parents, parents.length * 2);
            }
            parents[number] = number;
        }
        return number;
    }

    private void join(int a, int b) {
        int first = keeper(a);
        int second = keeper(b);
        if (first == second) {
            return;
        }
        boolean firstIsLower = documents.key(first).compareTo(documents.key(second)) < 0;
        parents[firstIsLower ? second : first] = firstIsLower ? first : second;
    }

    /** The lowest document of the set of {@code number}, halving the path to it. */
    private int keeper(int number) {
        int i = number;
        while (parents[i] != i) {
            parents[i] = parents[parents[i]];
            i = parents[i];
        }
        return i;
    }
}
