package org.florilegium.language;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many sentences of about 100 characters get their language in a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class LanguageIdentifierBenchmark {
    /** One sentence of each kind of writing that costs differently. */
    @Param({
        "The neighbours came together early in the morning to repair the old wooden bridge before the rain began.",
        "Соседи собрались рано утром, чтобы вместе починить старый деревянный мост, прежде чем начнётся дождь.",
        "近所の人たちは雨が降り出す前に古い木の橋を直そうと、朝早くから集まって一緒に働きました。"
    })
    public String sentence = "";

    private final LanguageIdentifier identifier = new LanguageIdentifier();

    /** Returns language and script of one sentence. */
    @Benchmark
    public Object identify() {
        return identifier.identify(sentence);
    }
}
