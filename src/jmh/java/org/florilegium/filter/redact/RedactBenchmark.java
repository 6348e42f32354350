package org.florilegium.filter.redact;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How many texts of a million characters a second are searched; prose with a verse, a date and now and then an address. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class RedactBenchmark {
    private static final int LENGTH = 1_000_000;

    @Param({"before", "default", "all"})
    private String kinds = "default";

    private RedactPersonalData redact = new RedactPersonalData(RedactSpec.defaults());
    private String text = "";

    @Setup
    public void prepare() {
        redact = new RedactPersonalData(
                switch (kinds) {
                    case "before" -> new RedactSpec(List.of("email", "phone", "ip"));
                    case "default" -> RedactSpec.defaults();
                    default -> new RedactSpec(Arrays.stream(PersonalKind.values())
                            .map(PersonalKind::key)
                            .toList());
                });
        StringBuilder prose = new StringBuilder(LENGTH);
        for (int i = 0; prose.length() < LENGTH; i++) {
            prose.append("And it came to pass in the days of the harvest that the people of the valley gathered by the water, ")
                    .append(i % 150 + 1).append(':').append(i % 31 + 1).append(", and they spoke of the year ")
                    .append(1500 + i % 500).append(" with gladness.\n");
            if (i % 100 == 0) {
                prose.append("Write to reader").append(i).append("@example.org or call +44 20 7946 0018.\n");
            }
        }
        text = prose.toString();
    }

    /** Spans of one text. */
    @Benchmark
    public Object find() {
        return redact.find(text, "en");
    }
}
