package org.florilegium.pipeline;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.florilegium.broker.EmbeddedBroker;
import org.florilegium.sink.ReleaseManifest;
import org.florilegium.sink.Reservoir;
import org.florilegium.spec.InvalidFileException;
import org.florilegium.spec.PipelineSpec;

/** Shows a stream that is killed and resumed, and counts that every message is in the reservoir exactly once. */
public final class StreamDemo {
    private static final String TOPIC = "samples";
    private static final int PARTITIONS = 3;
    private static final Duration IDLE = Duration.ofSeconds(4);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final long PATIENCE_SECONDS = 120;

    private final Path home;
    private final Path output;
    private final PrintStream out;

    /**
     * @param home folder of the project
     * @param output folder for the reservoir and the release; what is in it is replaced
     * @param out takes the account in plain words
     */
    public StreamDemo(Path home, Path output, PrintStream out) {
        this.home = home;
        this.output = output.toAbsolutePath();
        this.out = out;
    }

    /**
     * The job that the demonstration kills: reads the topic without end.
     *
     * @param arguments home, output and the broker's address
     */
    public static void main(String... arguments) throws IOException, InvalidFileException {
        new StreamDemo(Path.of(arguments[0]), Path.of(arguments[1]), System.out).ingest(arguments[2], NEVER);
    }

    /**
     * Runs the demonstration.
     *
     * @return whether every message is in the reservoir exactly once
     */
    public boolean run() throws IOException, InvalidFileException {
        FolderDeletion.delete(output);
        Path temp = Files.createDirectories(output.resolve("temp"));
        List<byte[]> messages = messages();
        Map<String, Integer> counted;
        try (EmbeddedBroker broker = EmbeddedBroker.start(temp)) {
            out.println("Started a Kafka broker in this process at " + broker.bootstrapServers() + ".");
            broker.createTopic(TOPIC, PARTITIONS);
            killOnce(broker, messages);
            out.println("Started the job again from its last checkpoint, until the topic is idle for "
                    + IDLE.toSeconds() + " seconds.");
            ingest(broker.bootstrapServers(), IDLE);
            counted = places().sightings();
        }
        boolean exact = report(messages.size(), counted);
        curate(temp);
        FolderDeletion.delete(temp);
        return exact;
    }

    private void killOnce(EmbeddedBroker broker, List<byte[]> messages) throws IOException {
        int first = messages.size() / 2;
        broker.publish(TOPIC, messages.subList(0, first));
        out.println("Published " + first + " of " + messages.size() + " messages and started the job.");
        Process job = startJob(broker.bootstrapServers());
        try {
            waitForCommit(job);
            broker.publish(TOPIC, messages.subList(first, messages.size()));
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the job ran", e);
        } finally {
            job.destroyForcibly().onExit().join();
        }
        out.println("Published the other " + (messages.size() - first) + " and killed the job. Committed so far: "
                + places().sightings().size() + ".");
    }

    private void waitForCommit(Process job) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (reservoir().manifests().isEmpty()) {
            if (!job.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("the job committed nothing within " + PATIENCE_SECONDS + " seconds"
                        + (job.isAlive() ? "" : " and ended with status " + job.exitValue()));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private Process startJob(String servers) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent") && !argument.startsWith("-agentlib"))
                .toList());
        command.addAll(List.of(StreamDemo.class.getName(), home.toString(), output.toString(), servers));
        ProcessBuilder job = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // not on the command line: ONNX Runtime 1.29 does not survive one of 8,000 bytes
        job.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return job.start();
    }

    private void ingest(String servers, Duration idle) throws IOException, InvalidFileException {
        Path temp = Files.createDirectories(output.resolve("temp"));
        new StreamIngest(stages(servers, temp), EngineSpec.embedded(temp)).run(output, Optional.of(idle));
    }

    private void curate(Path temp) throws IOException, InvalidFileException {
        try (Engine engine = new Engine(EngineSpec.embedded(temp))) {
            ReleaseManifest release = new CuratePipeline(stages("localhost:9092", temp), engine).run(output);
            out.println("Curated: " + release.rows() + " rows in " + output.resolve("release") + ".");
        }
    }

    private Stages stages(String servers, Path temp) throws InvalidFileException {
        String source = "[{name: " + TOPIC + ", kind: kafka, topic: " + TOPIC + ", bootstrap_servers: \"" + servers
                + "\", licence: Apache-2.0}]";
        Map<String, String> settings = Map.of(
                "output",
                output.toString(),
                "sources",
                source,
                "stream.window_seconds",
                "1",
                "stream.checkpoint_seconds",
                "1");
        return new Stages(
                PipelineSpec.read(home.resolve("pipelines" + File.separator + "kafka.yaml"), settings, home), temp);
    }

    private boolean report(int published, Map<String, Integer> counted) {
        Map<Integer, Integer> times = new TreeMap<>();
        for (int i = 0; i < published; i++) {
            // each half was published to the partitions in turn, starting with the first
            int half = published / 2;
            int within = i < half ? i : i - half;
            int partition = within % PARTITIONS;
            int before = i < half ? 0 : (half - partition + PARTITIONS - 1) / PARTITIONS;
            String place = TOPIC + "/" + partition + "/" + (before + within / PARTITIONS);
            times.merge(counted.getOrDefault(place, 0), 1, Integer::sum);
        }
        int once = times.getOrDefault(1, 0);
        boolean exact = once == published && counted.size() == published;
        out.println("Counted by topic, partition and offset: " + once + " of " + published
                + " messages are in the reservoir exactly once, as a document or with the reason why not"
                + (exact ? "." : "; by number of times: " + times + ", known places: " + counted.size() + "."));
        return exact;
    }

    private List<byte[]> messages() throws IOException {
        return Files.readAllLines(home.resolve("samples/stream/messages.jsonl")).stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private Reservoir reservoir() {
        return new Reservoir(output.resolve("reservoir"));
    }

    private StreamPlaces places() throws IOException {
        return StreamPlaces.of(reservoir());
    }
}
