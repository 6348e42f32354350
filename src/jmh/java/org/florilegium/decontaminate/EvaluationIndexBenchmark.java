package org.florilegium.decontaminate;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How many texts of 100,000 characters a second are compared with 10 million runs of 13 words, of 100,000 items. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EvaluationIndexBenchmark {
    private final EvaluationIndex index = new EvaluationIndex(13);
    private String latin = "";
    private String cyrillic = "";
    private String han = "";

    @Setup
    public void fill() {
        Random random = new Random(1);
        for (int item = 0; item < 100_000; item++) {
            index.add("item " + item, List.of(words(random, 112, 'a', 26)));
        }
        latin = words(random, 20_000, 'a', 26).substring(0, 100_000);
        cyrillic = words(random, 20_000, 'а', 32).substring(0, 100_000);
        han = words(random, 20_000, '一', 2000).replace(" ", "").substring(0, 50_000);
    }

    private static String words(Random random, int count, char first, int letters) {
        return IntStream.range(0, count)
                .mapToObj(i -> random.ints(2 + random.nextInt(8), 0, letters)
                        .mapToObj(c -> String.valueOf((char) (first + c)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    @Benchmark
    public Object latin() {
        return index.find(latin);
    }

    @Benchmark
    public Object cyrillic() {
        return index.find(cyrillic);
    }

    /** Half as many characters, which are 150 KB in UTF-8. */
    @Benchmark
    public Object han() {
        return index.find(han);
    }
}
