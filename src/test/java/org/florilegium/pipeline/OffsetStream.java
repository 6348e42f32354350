package org.florilegium.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.florilegium.document.DocumentId;
import org.florilegium.source.KafkaMessage;
import org.florilegium.source.ReadKafka;

/**
 * The shape of a stream into a reservoir with nothing else in it: windows, a grouping, data files named by their content,
 * a commit for each window. What it writes are the places of messages, one on a line.
 */
final class OffsetStream {
    private OffsetStream() {}

    /** Arguments: bootstrap servers, topic, output, idle milliseconds, checkpoint milliseconds, parallelism. */
    public static void main(String... arguments) throws IOException {
        run(
                arguments[0],
                arguments[1],
                Path.of(arguments[2]),
                Duration.ofMillis(Long.parseLong(arguments[3])),
                Duration.ofMillis(Long.parseLong(arguments[4])),
                Integer.parseInt(arguments[5]));
        System.exit(0);
    }

    static void run(String servers, String topic, Path out, Duration idle, Duration interval, int parallelism)
            throws IOException {
        Path temp = Files.createDirectories(out.resolve("temp"));
        Files.createDirectories(out.resolve("data"));
        Files.createDirectories(out.resolve("manifests"));
        try (Engine engine = new Engine(EngineSpec.embedded(temp).withParallelism(parallelism))) {
            CheckpointSpec checkpoints = CheckpointSpec.resume(out.resolve("checkpoints"), interval);
            Pipeline pipeline = engine.stream("offsets", checkpoints);
            pipeline.apply(new ReadKafka(ReadKafka.Spec.of(servers, topic).untilIdle(idle)))
                    .apply(Window.into(FixedWindows.of(org.joda.time.Duration.millis(1000))))
                    .apply("Bucket", ParDo.of(new BucketFn()))
                    .apply("GroupByBucket", GroupByKey.create())
                    .apply("Write", ParDo.of(new WriteFn(out.toString())))
                    .apply("GroupByCommit", GroupByKey.create())
                    .apply("Commit", ParDo.of(new CommitFn(out.toString())));
            engine.run(pipeline);
        }
    }

    /** Every place that committed files hold, as often as they hold it. */
    static List<String> committed(Path out) throws IOException {
        List<String> places = new ArrayList<>();
        for (String file : listedFiles(out)) {
            places.addAll(Files.readAllLines(out.resolve("data").resolve(file)));
        }
        return places;
    }

    private static List<String> listedFiles(Path out) throws IOException {
        List<String> files = new ArrayList<>();
        for (Path manifest : manifests(out)) {
            files.addAll(Files.readAllLines(manifest));
        }
        return files;
    }

    static List<Path> manifests(Path out) throws IOException {
        if (!Files.isDirectory(out.resolve("manifests"))) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(out.resolve("manifests"))) {
            return found.filter(path -> path.toString().endsWith(".txt")).toList();
        }
    }

    private static String write(Path folder, SortedSet<String> lines) throws IOException {
        byte[] content = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        String name = DocumentId.sha256Hex(new String(content, UTF_8)).substring(0, 16) + ".txt";
        Path temporary = folder.resolve("." + UUID.randomUUID());
        Files.write(temporary, content);
        Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    /** Takes this process down, as a power cut would, where the system property {@code halt} says so. */
    private static void haltAt(String moment) {
        if (moment.equals(System.getProperty("halt"))) {
            Runtime.getRuntime().halt(7);
        }
    }

    private static final class BucketFn extends DoFn<KafkaMessage, KV<Integer, String>> {
        private static final long serialVersionUID = 1L;

        @ProcessElement
        public void process(@Element KafkaMessage message, OutputReceiver<KV<Integer, String>> out) {
            out.output(KV.of((int) (message.offset() % 2), message.uri() + "/" + message.offset()));
        }
    }

    private static final class WriteFn extends DoFn<KV<Integer, Iterable<String>>, KV<String, String>> {
        private static final long serialVersionUID = 1L;
        private final String out;

        WriteFn(String out) {
            this.out = out;
        }

        @ProcessElement
        public void process(@Element KV<Integer, Iterable<String>> bucket, OutputReceiver<KV<String, String>> files)
                throws IOException {
            TreeSet<String> lines = new TreeSet<>();
            bucket.getValue().forEach(lines::add);
            files.output(KV.of("", write(Path.of(out, "data"), lines)));
        }
    }

    private static final class CommitFn extends DoFn<KV<String, Iterable<String>>, String> {
        private static final long serialVersionUID = 1L;
        private final String out;

        CommitFn(String out) {
            this.out = out;
        }

        @RequiresStableInput
        @ProcessElement
        public void process(@Element KV<String, Iterable<String>> files, OutputReceiver<String> manifests)
                throws IOException {
            TreeSet<String> lines = new TreeSet<>();
            files.getValue().forEach(lines::add);
            haltAt("before_commit");
            manifests.output(write(Path.of(out, "manifests"), lines));
            haltAt("after_commit");
        }
    }
}
