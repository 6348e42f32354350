package org.florilegium.document;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many documents of about 3 KB get their identity in a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DocumentIdBenchmark {
    private final String text = "A plain sentence about bread, salt and neighbours. ".repeat(60);

    /** Returns the identity of one text. */
    @Benchmark
    public Object identity() {
        return DocumentId.of(text);
    }
}
