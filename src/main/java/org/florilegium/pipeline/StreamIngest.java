package org.florilegium.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.florilegium.sink.Reservoir;
import org.florilegium.sink.ReservoirManifest;
import org.florilegium.source.ReadKafka;
import org.florilegium.source.SourceSpec;

/**
 * INGEST from a topic: goes on from the latest checkpoint of a job that died, else from where the reservoir ends, else
 * from the first message.
 */
public final class StreamIngest {
    private final Stages stages;
    private final EngineSpec engine;

    public StreamIngest(Stages stages, EngineSpec engine) {
        this.stages = stages;
        this.engine = engine;
    }

    /**
     * Reads the topic into {@code output/reservoir}; state is kept in {@code output/state} while the stream runs.
     *
     * @param untilIdle ends the stream when no partition had a message for that long; without it, the stream has no end
     * @throws IllegalArgumentException when there is no such broker or topic, or the reservoir was made by another pipeline
     * @throws JobFailedException when the job fails; the next run goes on
     */
    public void run(Path output, Optional<Duration> untilIdle) throws IOException {
        Reservoir reservoir = new Reservoir(output.resolve("reservoir"));
        refuseAnother(reservoir);
        Files.createDirectories(reservoir.data());
        StreamingTopic topic = topic(output, reservoir, untilIdle);
        int tasks = Math.min(engine.parallelism(), ReadKafka.partitions(topic.read()));
        try (Engine running = new Engine(engine.withParallelism(tasks))) {
            Pipeline pipeline = running.stream("ingest", topic.checkpoints());
            new IngestPipeline(stages)
                    .readTopic(pipeline, topic.read(), reservoir.folder().toString());
            running.run(pipeline);
        }
        reservoir.sweepOrphans();
    }

    private record StreamingTopic(ReadKafka.Spec read, CheckpointSpec checkpoints) {}

    private StreamingTopic topic(Path output, Reservoir reservoir, Optional<Duration> untilIdle) throws IOException {
        SourceSpec source = stages.spec().sources().get(0);
        Duration interval = Duration.ofSeconds(stages.spec().stream().checkpointSeconds());
        CheckpointSpec checkpoints = CheckpointSpec.resume(output.resolve("state"), interval);
        ReadKafka.Spec read = ReadKafka.Spec.of(source.bootstrapServers(), source.topic());
        if (untilIdle.isPresent()) {
            read = read.untilIdle(untilIdle.get());
        }
        Map<Integer, Long> next = checkpoints.restore().isPresent()
                ? Map.of()
                : StreamPlaces.of(reservoir).next(source.topic());
        return new StreamingTopic(read.from(next), checkpoints);
    }

    private void refuseAnother(Reservoir reservoir) throws IOException {
        for (ReservoirManifest manifest : reservoir.manifests()) {
            if (!manifest.pipelineDigest().equals(stages.ingestDigest())) {
                throw new IllegalArgumentException("output: " + reservoir.folder()
                        + " was made by another pipeline or other models; name another folder");
            }
        }
    }
}
