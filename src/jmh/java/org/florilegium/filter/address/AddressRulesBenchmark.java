package org.florilegium.filter.address;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How many addresses a second are held against a list of five million domains. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class AddressRulesBenchmark {
    private static final int ENTRIES = 5_000_000;

    private AddressRules rules = AddressRules.read(AddressSpec.NONE);
    private int next;

    @Setup
    public void read() throws IOException {
        Path file = Files.createTempFile("domains", ".txt");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < ENTRIES; i++) {
                out.write("site" + Integer.toString(i * 7919, 36).replace('-', 'x') + ".example.org\n");
            }
        }
        rules = AddressRules.read(new AddressSpec(
                List.of(),
                List.of(),
                List.of(new AddressList(
                        file.toString(), AddressList.Holds.DOMAINS, AddressList.Match.SUBDOMAINS)),
                2));
        Files.delete(file);
        System.out.println(rules.entries() + " entries, " + rules.footprint() / rules.entries() + " bytes each");
    }

    /** An address that no list holds. */
    @Benchmark
    public Object judge() {
        return rules.judge("https://www.page" + (next++ & 0xFFFFF) + ".example.com/2024/05/some-story.html?x=1");
    }
}
