package org.florilegium.pipeline;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Runs pipelines one after the other.
 *
 * <pre>{@code
 * try (Engine engine = new Engine(EngineSpec.embedded(temp))) {
 *     Pipeline pipeline = engine.batch("ingest");
 *     pipeline.apply(...);
 *     engine.run(pipeline);
 * }
 * }</pre>
 */
public final class Engine implements Closeable {
    /** What a cluster brings itself, and what would fight with it. */
    private static final Pattern CLUSTER_HAS = Pattern.compile("(flink|slf4j|logback|log4j)-.*");

    private static final long BUNDLE_MILLIS = 500;

    private final EngineSpec spec;
    private final Path folder;
    private Optional<CheckpointSpec> state = Optional.empty();

    /** Takes a folder below the engine's {@code temp}; {@link #close()} removes it. */
    public Engine(EngineSpec spec) throws IOException {
        this.spec = spec;
        this.folder = Files.createTempDirectory(spec.temp(), "engine-");
    }

    /** Folder in which the engine spills. */
    Path temp() {
        return spec.temp();
    }

    /** An empty pipeline over bounded input. */
    public Pipeline batch(String job) throws IOException {
        return Pipeline.create(
                spec.kind() == EngineSpec.Kind.DIRECT ? directOptions(job) : flinkOptions(job, Optional.empty()));
    }

    /**
     * An empty pipeline over a stream.
     *
     * @throws IllegalArgumentException on the direct runner, which keeps no checkpoints
     */
    public Pipeline stream(String job, CheckpointSpec checkpoints) throws IOException {
        if (spec.kind() == EngineSpec.Kind.DIRECT) {
            throw new IllegalArgumentException("runner: direct cannot run a stream, use embedded or a cluster");
        }
        Files.createDirectories(checkpoints.folder());
        checkpoints.removeOthers();
        state = Optional.of(checkpoints);
        FlinkPipelineOptions options = flinkOptions(job, Optional.of(checkpoints));
        options.setStreaming(true);
        options.setCheckpointingInterval(checkpoints.interval().toMillis());
        options.setCheckpointingMode("EXACTLY_ONCE");
        options.setExternalizedCheckpointsEnabled(true);
        options.setRetainExternalizedCheckpointsOnCancellation(true);
        options.setShutdownSourcesAfterIdleMs(0L);
        options.setAutoWatermarkInterval(200L);
        // time passes an operator only between its bundles: under steady load windows closed up to a minute late
        options.setMaxBundleTimeMills(BUNDLE_MILLIS);
        options.setFinishBundleBeforeCheckpointing(true);
        // without it a job whose sources have ended fails on what waits for the last checkpoint
        options.setEnableStableInputDrain(true);
        checkpoints
                .restore()
                .ifPresent(path -> options.setSavepointPath(path.toUri().toString()));
        return Pipeline.create(options);
    }

    /**
     * Runs a pipeline of this engine to its end; of a stream that has ended no checkpoint is left.
     *
     * @throws JobFailedException when it does not get there
     */
    public void run(Pipeline pipeline) throws IOException {
        String job = pipeline.getOptions().getJobName();
        PipelineResult.State reached;
        try {
            reached = pipeline.run().waitUntilFinish();
        } catch (RuntimeException | Error thrown) {
            throw JobFailedException.of(job, thrown);
        }
        if (reached != PipelineResult.State.DONE) {
            throw JobFailedException.of(job, new IllegalStateException("the engine reports the state " + reached));
        }
        if (state.isPresent()) {
            FolderDeletion.delete(state.get().folder());
        }
    }

    /** Removes what the engine spilled. */
    @Override
    public void close() throws IOException {
        FolderDeletion.delete(folder);
    }

    private PipelineOptions directOptions(String job) {
        DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
        options.setJobName(job);
        options.setRunner(DirectRunner.class);
        options.setTempLocation(folder.toString());
        options.setTargetParallelism(Math.max(1, spec.parallelism()));
        options.setEnforceEncodability(false);
        options.setEnforceImmutability(false);
        return options;
    }

    private FlinkPipelineOptions flinkOptions(String job, Optional<CheckpointSpec> checkpoints) throws IOException {
        FlinkSettings.write(spec, checkpoints, folder);
        FlinkPipelineOptions options = PipelineOptionsFactory.create().as(FlinkPipelineOptions.class);
        options.setJobName(job);
        options.setRunner(FlinkRunner.class);
        options.setTempLocation(folder.toString());
        options.setFlinkConfDir(folder.toString());
        options.setFlinkMaster(spec.kind() == EngineSpec.Kind.CLUSTER ? spec.master() : "[local]");
        options.setFilesToStage(spec.kind() == EngineSpec.Kind.CLUSTER ? classPath() : List.of());
        options.setParallelism(spec.parallelism());
        options.setObjectReuse(true);
        options.setFasterCopy(true);
        return options;
    }

    private static List<String> classPath() {
        return Stream.of(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> !CLUSTER_HAS
                        .matcher(Path.of(entry).getFileName().toString())
                        .matches())
                .toList();
    }
}
