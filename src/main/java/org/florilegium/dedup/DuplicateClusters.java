package org.florilegium.dedup;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.florilegium.document.DocumentKey;
import org.florilegium.sorted.RecordFile;

/**
 * Which documents are near duplicates of which.
 *
 * <p>For each document with a near duplicate the first half of its id and a number are in memory, 12 bytes; the second half
 * is read from a file when a document has the first half of one of these.
 */
public final class DuplicateClusters implements Closeable {
    private static final int KEY_BYTES = 2 * Long.BYTES;
    private static final int ABSENT = -1;

    private final FileChannel keys;
    private final long[] highs; // sorted
    private final int[] keepers; // the keeper's number; for a keeper, minus the size of its cluster

    /** @param sortedKeys halves of the ids that have a near duplicate, in signed order; deleted in the end */
    DuplicateClusters(Path sortedKeys) throws IOException {
        highs = new long[Math.toIntExact(Files.size(sortedKeys) / KEY_BYTES)];
        try (RecordFile.Reader reader = new RecordFile.Reader(sortedKeys, 2)) {
            for (int i = 0; i < highs.length && reader.advance(); i++) {
                highs[i] = reader.numbers()[0];
            }
        }
        // which takes its name away at once where the system allows it, so it has to be the last to open the file
        keys = FileChannel.open(sortedKeys, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
        keepers = new int[highs.length];
        Arrays.setAll(keepers, i -> i);
    }

    /** Joins the clusters of two documents, both known to be here: {@code high, low, high, low}. */
    void join(long[] pair) {
        int first = root(known(pair[0], pair[1]));
        int second = root(known(pair[2], pair[3]));
        keepers[Math.max(first, second)] = Math.min(first, second);
    }

    /** Ends the joining: from now on a keeper holds the size of its cluster. */
    void settle() {
        int[] sizes = new int[keepers.length];
        for (int i = 0; i < keepers.length; i++) {
            keepers[i] = keepers[keepers[i]]; // lower numbers are settled, so this is the root
            sizes[keepers[i]]++;
        }
        for (int i = 0; i < keepers.length; i++) {
            if (sizes[i] > 0) {
                keepers[i] = -sizes[i];
            }
        }
    }

    /** The lowest document id of the cluster of {@code documentId}; itself where it has no near duplicate. */
    public String keeperOf(String documentId) {
        int number = find(DocumentKey.of(documentId));
        if (number < 0 || keepers[number] < 0) {
            return documentId;
        }
        int keeper = keepers[number];
        return new DocumentKey(ClusterDuplicates.signed(highs[keeper]), ClusterDuplicates.signed(low(keeper)))
                .documentId();
    }

    /** Documents in the cluster of {@code documentId}, itself included: 1 where it has no near duplicate. */
    public int sizeOf(String documentId) {
        int number = find(DocumentKey.of(documentId));
        if (number < 0) {
            return 1;
        }
        return keepers[number] < 0 ? -keepers[number] : -keepers[keepers[number]];
    }

    /** Documents held in memory: those with a near duplicate. */
    public int held() {
        return highs.length;
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }

    private int find(DocumentKey key) {
        long high = ClusterDuplicates.signed(key.high());
        long low = ClusterDuplicates.signed(key.low());
        for (int i = first(high); i < highs.length && highs[i] == high; i++) {
            if (low(i) == low) {
                return i;
            }
        }
        return ABSENT;
    }

    /** The number of a document that is here; its second half is read only where the first is that of several. */
    private int known(long high, long low) {
        int i = first(high);
        while (i + 1 < highs.length && highs[i + 1] == high && low(i) != low) {
            i++;
        }
        return i;
    }

    /** The lowest number with {@code high}, or with the next higher one. */
    private int first(long high) {
        int i = Arrays.binarySearch(highs, high);
        if (i < 0) {
            return -i - 1;
        }
        while (i > 0 && highs[i - 1] == high) {
            i--;
        }
        return i;
    }

    private long low(int number) {
        ByteBuffer low = ByteBuffer.allocate(Long.BYTES);
        long place = (long) number * KEY_BYTES + Long.BYTES;
        try {
            while (low.hasRemaining() && keys.read(low, place + low.position()) >= 0) {
                // a read may give less than was asked for
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return low.flip().getLong();
    }

    /** The lowest document of the set of {@code number}, halving the path to it. */
    private int root(int number) {
        int i = number;
        while (keepers[i] != i) {
            keepers[i] = keepers[keepers[i]];
            i = keepers[i];
        }
        return i;
    }
}
