package org.florilegium.dedup;

import org.florilegium.document.DocumentKey;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Clusters generated documents and prints the heap that is in use after a collection: while each million is added, when the
 * clusters are found, and for one bucket of 200,000 pages that are nearly the same.
 *
 * <p>Of every five documents two are near duplicates of one another in 9 of 14 bands. Run by {@code make bench-dedup}.
 */
public final class ClusterMemory {
    private static final int BANDS = 14;
    private static final int MILLION = 1_000_000;
    private static final int BUCKET = 200_000;

    private ClusterMemory() {}

    /** @param args millions of documents, 5 where absent */
    public static void main(String[] args) throws IOException {
        int most = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        Path temp = Files.createTempDirectory("clusters");
        System.out.println("documents  with a near duplicate  heap adding  heap clustered  bytes each  CPU s");
        for (int millions = 1; millions <= most; millions++) {
            measure(temp, millions * MILLION, false);
        }
        measure(temp, BUCKET, true);
        Files.delete(temp);
    }

    private static void measure(Path temp, int documents, boolean oneBucket) throws IOException {
        long before = heap();
        long cpu = cpu();
        try (ClusterDuplicates joining = new ClusterDuplicates(temp, DedupSpec.defaults())) {
            for (int i = 0; i < documents; i++) {
                joining.add(new DocumentKey(mix(i), mix(~(long) i)).documentId(), bands(i, oneBucket), new int[0]);
            }
            cpu = cpu() - cpu;
            long adding = heap() - before;
            long joined = cpu();
            try (DuplicateClusters clusters = joining.finish()) {
                joined = cpu() - joined;
                long clustered = heap() - before;
                System.out.printf(
                        Locale.ROOT,
                        "%,9d  %,21d  %,8d KB  %,11d KB  %,10.1f  %5.1f%s%n",
                        documents,
                        clusters.held(),
                        adding / 1024,
                        clustered / 1024,
                        (double) clustered / clusters.held(),
                        (cpu + joined) / 1e9,
                        oneBucket ? "  one bucket" : "");
            }
        }
    }

    private static long[] bands(int document, boolean oneBucket) {
        long[] bands = new long[BANDS];
        int twin = document % 5 == 1 ? document - 1 : document;
        for (int i = 0; i < BANDS; i++) {
            int of = oneBucket ? (i < BANDS - 1 ? 0 : document) : i < 9 ? twin : document;
            bands[i] = mix(of * 31L + i * 0x1234567_89ABCDL);
        }
        return bands;
    }

    private static long mix(long value) {
        long z = value * 0x9E3779B97F4A7C15L + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
