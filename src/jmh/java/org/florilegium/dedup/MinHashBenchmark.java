package org.florilegium.dedup;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Microseconds for the band hashes of one ASCII text of 10,000 characters: 100 of them are 100 MB/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MinHashBenchmark {
    @Param({"xxh64", "sha1"})
    String hash = "xxh64";

    private MinHash minHash = new MinHash(DedupSpec.defaults());
    private String text = "";

    /** Random words of 2 to 8 letters, some with punctuation. */
    @Setup
    public void write() {
        minHash = new MinHash(new DedupSpec(14, 8, 5, hash, 64, 1, "none", 0.8));
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder words = new StringBuilder();
        while (words.length() < 10_000) {
            for (int letters = random.nextInt(2, 9); letters > 0; letters--) {
                words.append((char) ('a' + random.nextInt(26)));
            }
            words.append(random.nextInt(12) == 0 ? ". " : " ");
        }
        text = words.substring(0, 10_000);
    }

    /** Simplifying, hashing of shingles and minima. */
    @Benchmark
    public Object bands() {
        return minHash.bandHashes(text);
    }

    /** Simplifying alone. */
    @Benchmark
    public Object simplify() {
        return SimplifyText.simplify(text);
    }
}
