package org.florilegium.dedup;

import org.florilegium.document.DocumentKey;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures the heap that finding repeated paragraphs takes, from one million small documents on: of three paragraphs each, one
 * is shared by ten documents and one by all documents of a hundred thousand.
 */
public final class UnitMemory {
    private static final int MILLION = 1_000_000;
    private static final int OFTEN = 100_000;

    private UnitMemory() {}

    /** @param args millions of documents, 5 where absent */
    public static void main(String[] args) throws IOException {
        int most = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        Path temp = Files.createTempDirectory("units");
        System.out.println("documents  repeated paragraphs  heap adding  heap found  CPU s");
        for (int millions = 1; millions <= most; millions++) {
            if (millions != 4) {
                measure(temp, millions * MILLION);
            }
        }
        Files.delete(temp);
    }

    private static void measure(Path temp, int documents) throws IOException {
        long before = heap();
        long cpu = cpu();
        try (RepeatedUnits units = new RepeatedUnits(temp, "paragraph")) {
            for (int i = 0; i < documents; i++) {
                String id = new DocumentKey(mix(i), mix(~(long) i)).documentId();
                units.add(mix(3L * i), id, 0, 0, i);
                units.add(mix(-1L - i / 10), id, 0, 1, i);
                units.add(i / OFTEN, id, 0, 2, i);
            }
            long adding = heap() - before;
            try (UnitRepeats repeats = units.finish()) {
                long found = heap() - before;
                System.out.printf(
                        Locale.ROOT,
                        "%,9d  %,19d  %,8d KB  %,7d KB  %5.1f%n",
                        documents,
                        count(repeats, documents),
                        adding / 1024,
                        found / 1024,
                        (cpu() - cpu) / 1e9);
            }
        }
    }

    private static long count(UnitRepeats repeats, int documents) throws IOException {
        long count = 0;
        try (UnitRepeats.Cursor cursor = repeats.open()) {
            for (int place = 0; place < documents; place++) {
                count += cursor.at(place).size();
            }
        }
        return count;
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
