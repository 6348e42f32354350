package org.florilegium.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("flink")
class EngineTest {
    private static final ConcurrentLinkedQueue<String> LISTENING = new ConcurrentLinkedQueue<>();

    @TempDir
    Path temp;

    @Test
    @EnabledOnOs(OS.LINUX)
    void embeddedFlinkListensOnLoopbackOnlyAndLeavesNothingBehind() throws IOException {
        LISTENING.clear();

        try (Engine engine = new Engine(EngineSpec.embedded(temp))) {
            Pipeline pipeline = engine.batch("ports");
            pipeline.apply(Create.of("a", "b")).apply(ParDo.of(new ListenFn()));
            engine.run(pipeline);
        }

        assertThat(LISTENING).isNotEmpty().allMatch(EngineTest::isLoopback);
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void aFailureIsToldByItsRootCause() throws IOException {
        for (EngineSpec spec : List.of(EngineSpec.direct(temp), EngineSpec.embedded(temp))) {
            try (Engine engine = new Engine(spec)) {
                Pipeline pipeline = engine.batch("fragile");
                pipeline.apply(Create.of("a")).apply(ParDo.of(new BreakFn()));

                assertThatThrownBy(() -> engine.run(pipeline))
                        .isInstanceOf(JobFailedException.class)
                        .hasMessageStartingWith("fragile failed: IOException: No space left on device");
            }
        }
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void theDirectRunnerRefusesAStream() throws IOException {
        CheckpointSpec checkpoints = new CheckpointSpec(temp, Duration.ofSeconds(1), Optional.empty());
        try (Engine engine = new Engine(EngineSpec.direct(temp))) {
            assertThatThrownBy(() -> engine.stream("stream", checkpoints))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("runner: direct cannot run a stream, use embedded or a cluster");
        }
    }

    @Test
    void aClusterGetsTheClassPathWithoutWhatItHasItself() throws IOException {
        try (Engine engine = new Engine(EngineSpec.cluster("flink.example.org:8081", 8, temp))) {
            FlinkPipelineOptions options = engine.batch("remote").getOptions().as(FlinkPipelineOptions.class);

            assertThat(options.getFlinkMaster()).isEqualTo("flink.example.org:8081");
            assertThat(options.getParallelism()).isEqualTo(8);
            assertThat(options.getFilesToStage())
                    .anyMatch(file -> file.contains("beam-runners-flink"))
                    .noneMatch(file -> file.contains("flink-runtime") || file.contains("slf4j-api"));
        }
    }

    @Test
    void anAddressWithoutAPortIsRefused() {
        assertThatThrownBy(() -> EngineSpec.cluster("flink.example.org", 1, temp))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("flink_master must be HOST:PORT, was 'flink.example.org'");
    }

    private static boolean isLoopback(String address) {
        return address.equals("0100007F") || address.equals("0000000000000000FFFF00000100007F");
    }

    /** Addresses, as the kernel writes them, on which this process listens. */
    static List<String> listening() throws IOException {
        Set<String> own = new HashSet<>();
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            for (Path handle : handles.toList()) {
                if (Files.isSymbolicLink(handle)) {
                    own.add(Files.readSymbolicLink(handle).toString());
                }
            }
        }
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] fields = line.strip().split("\\s+");
                if (fields[3].equals("0A") && own.contains("socket:[" + fields[9] + "]")) {
                    addresses.add(fields[1].substring(0, fields[1].indexOf(':')));
                }
            }
        }
        return addresses;
    }

    private static final class ListenFn extends DoFn<String, String> {
        private static final long serialVersionUID = 1L;

        @ProcessElement
        public void process() throws IOException {
            LISTENING.addAll(listening());
        }
    }

    private static final class BreakFn extends DoFn<String, String> {
        private static final long serialVersionUID = 1L;

        @ProcessElement
        public void process(@Element String element) throws IOException {
            if (!element.isEmpty()) {
                throw new IOException("No space left on device");
            }
        }
    }
}
