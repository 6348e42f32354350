package org.florilegium.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.florilegium.broker.EmbeddedBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real broker, a real engine, a real kill. */
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("flink")
class StreamCommitTest {
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    @TempDir
    static Path temp;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() throws IOException {
        long start = System.nanoTime();
        broker = EmbeddedBroker.start(temp);
        System.err.println("broker s " + (System.nanoTime() - start) / 1e9);
    }

    @AfterAll
    static void stopBroker() throws IOException {
        broker.close();
    }

    @Test
    void endsByItselfWithEveryMessageCommittedOnceThoughAPartitionIsEmpty() throws Exception {
        broker.createTopic("idle", 4);
        List<String> expected = new ArrayList<>();
        for (int partition = 0; partition < 3; partition++) {
            broker.publish("idle", partition, numbers(0, 1_667 - partition % 2));
            for (int i = 0; i < 1_667 - partition % 2; i++) {
                expected.add("idle/" + partition + "/" + i);
            }
        }
        Path out = temp.resolve("idle");

        long start = System.nanoTime();
        OffsetStream.run(broker.bootstrapServers(), "idle", out, IDLE, INTERVAL, 2);

        double seconds = (System.nanoTime() - start) / 1e9;
        System.err.println("idle s " + seconds + " manifests "
                + OffsetStream.manifests(out).size());
        assertThat(OffsetStream.committed(out)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(seconds).isLessThan(30);
        assertThat(out.resolve("temp")).isEmptyDirectory();
        assertThat(CheckpointSpec.latest(out.resolve("checkpoints"))).isEmpty();
    }

    @Test
    void aKilledJobGoesOnFromItsCheckpointAndCommitsEveryMessageOnce() throws Exception {
        broker.createTopic("killed", 3);
        Path out = temp.resolve("killed");
        int published = 0;
        Process job = start("killed", out, 60_000, 500, "-Dhalt=never");
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
            while (OffsetStream.manifests(out).size() < 2 && System.nanoTime() < deadline) {
                broker.publish("killed", numbers(published, 30));
                published += 30;
                Thread.sleep(50);
            }
            broker.publish("killed", numbers(published, 300));
            published += 300;
        } finally {
            job.destroyForcibly().waitFor();
        }
        int before = OffsetStream.committed(out).size();

        OffsetStream.run(broker.bootstrapServers(), "killed", out, IDLE, INTERVAL, 2);

        List<String> expected = IntStream.range(0, published)
                .mapToObj(i -> "killed/" + i % 3 + "/" + i / 3)
                .toList();
        System.err.println("killed: before " + before + " of " + published);
        assertThat(before).isBetween(1, published - 1);
        assertThat(OffsetStream.committed(out)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before_commit", "after_commit"})
    void aJobThatDiesInItsLastCommitCommitsItOnceWhenItGoesOn(String moment) throws Exception {
        broker.createTopic(moment, 2);
        broker.publish(moment, numbers(0, 200));
        Path out = temp.resolve(moment);
        Process job = start(moment, out, 1_500, 4_000, "-Dhalt=" + moment);
        assertThat(job.waitFor()).isEqualTo(7);

        OffsetStream.run(broker.bootstrapServers(), moment, out, IDLE, INTERVAL, 2);

        List<String> expected = IntStream.range(0, 200)
                .mapToObj(i -> moment + "/" + i % 2 + "/" + i / 2)
                .toList();
        assertThat(OffsetStream.committed(out)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Process start(String topic, Path out, long idle, long interval, String setting) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        setting,
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.time=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OffsetStream.class.getName(),
                        broker.bootstrapServers(),
                        topic,
                        out.toString(),
                        Long.toString(idle),
                        Long.toString(interval),
                        "2")
                .inheritIO()
                .start();
    }

    private static List<byte[]> numbers(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> ("{\"text\": \"letter " + i + "\"}").getBytes(UTF_8))
                .toList();
    }
}
