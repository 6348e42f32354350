package org.florilegium.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.florilegium.sink.Accounting;
import org.florilegium.sink.Json;
import org.florilegium.sink.ReleaseManifest;
import org.florilegium.sink.ReservoirManifest;
import org.florilegium.source.ListFiles;
import org.florilegium.source.SourceFile;
import org.florilegium.spec.PipelineSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a pipeline file: INGEST, then CURATE, each where the other ended. */
public final class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    /**
     * What a user asks of a run beside the pipeline file.
     *
     * @param kind the engine
     * @param flinkMaster address of a cluster, empty otherwise
     * @param fresh whether what earlier runs left is removed first
     * @param add whether input that is new to the reservoir is added to it; otherwise it is refused
     * @param untilIdle ends a stream when no message came for so long; empty for never
     */
    public record Options(
            EngineSpec.Kind kind, String flinkMaster, boolean fresh, boolean add, Optional<Duration> untilIdle) {
        /** Nothing is added to a reservoir that is there. */
        public Options(EngineSpec.Kind kind, String flinkMaster, boolean fresh, Optional<Duration> untilIdle) {
            this(kind, flinkMaster, fresh, false, untilIdle);
        }
    }

    private final PipelineSpec spec;
    private final Options options;

    public Run(PipelineSpec spec, Options options) {
        this.spec = spec;
        this.options = options;
    }

    /** Fills the reservoir, then makes the release. */
    public void all() throws IOException {
        run(true, true);
    }

    /** Fills the reservoir only. */
    public void ingest() throws IOException {
        run(true, false);
    }

    /** Makes a release of a reservoir that is there. */
    public void curate() throws IOException {
        run(false, true);
    }

    private void run(boolean ingest, boolean curate) throws IOException {
        try (RunFolder folder = RunFolder.take(Path.of(spec.output()).toAbsolutePath())) {
            if (options.fresh() && ingest) {
                folder.clear();
            }
            Path temp = folder.path().resolve("tmp");
            Files.createDirectories(temp);
            try (Engine engine = new Engine(engineSpec(temp))) {
                Stages stages = new Stages(spec, temp);
                RunState state =
                        ingest ? ingest(folder, engine, stages) : start(folder).ingested();
                if (curate) {
                    curate(folder, engine, stages, state);
                } else if (!folder.hasReleaseOf(state)) { // whose accounting goes further
                    Json.write(folder.path().resolve("accounting.json"), accounting(folder, temp));
                }
            } finally {
                FolderDeletion.delete(temp);
            }
        }
    }

    private RunState ingest(RunFolder folder, Engine engine, Stages stages) throws IOException {
        List<SourceFile> files = spec.isStream() ? List.of() : new ListFiles(Path.of("")).list(spec.sources());
        RunState state = start(folder).begin(stages.ingestDigest(), files);
        if (!state.state().equals(RunState.INGESTING)) {
            LOG.info("ingest: done before, going on from the reservoir");
            return state;
        }
        folder.write(state);
        Instant before = Instant.now();
        Progress progress = new Progress("ingest");
        try {
            fill(folder, engine, stages, files, state.inputDigest());
        } finally {
            progress.close();
        }
        commitEmpty(folder, stages, state.inputDigest());
        LOG.info("ingest: done in {} s", Duration.between(before, Instant.now()).toSeconds());
        RunState done = state.withState(RunState.INGESTED, "");
        folder.write(done);
        return done;
    }

    /** Fills the reservoir. A batch has one commit, its last act: where there is one, only the note of it is missing. */
    private void fill(RunFolder folder, Engine engine, Stages stages, List<SourceFile> files, String input)
            throws IOException {
        if (spec.isStream()) {
            LOG.info("ingest: reading topic {}", spec.sources().get(0).topic());
            new StreamIngest(stages, engineSpec(engine.temp())).run(folder.path(), options.untilIdle());
            return;
        }
        folder.reservoir().sweepOrphans();
        if (folder.reservoir().holds(input)) {
            LOG.info("ingest: committed before, going on from the reservoir");
            return;
        }
        LOG.info("ingest: reading {} files", files.size());
        Pipeline pipeline = engine.batch("ingest");
        new IngestPipeline(stages)
                .readFiles(pipeline, files, input, folder.reservoir(), options.kind() != EngineSpec.Kind.DIRECT);
        engine.run(pipeline);
    }

    private RunStart start(RunFolder folder) {
        return new RunStart(folder, spec, options);
    }

    private void curate(RunFolder folder, Engine engine, Stages stages, RunState state) throws IOException {
        CuratePipeline curation = new CuratePipeline(stages, engine);
        if (folder.hasRelease() && !folder.hasReleaseOf(state)) {
            LOG.info("curate: the release before is now in {}", folder.archiveRelease());
        }
        if (folder.hasRelease()) {
            String made = Json.read(folder.path().resolve("release").resolve("manifest.json"), ReleaseManifest.class)
                    .pipelineDigest();
            if (!made.equals(curation.releaseDigest())) {
                throw new RunRefusedException("output: '" + folder.path()
                        + "/release' was made with other profiles or settings, and a release never changes;"
                        + " move it away, or use another folder");
            }
            LOG.info("curate: the release is finished already");
            if (!state.state().equals(RunState.FINISHED)) { // it ended between the release and the note of it
                folder.write(state.withState(RunState.FINISHED, Instant.now().toString()));
            }
            return;
        }
        Instant before = Instant.now();
        RunState curating = state.withCuratedFrom(folder.reservoir().commits());
        folder.write(curating); // before the release, so that one of fewer commits is never taken for it
        ReleaseManifest manifest = curation.run(folder.path());
        LOG.info(
                "curate: {} documents released in {} shards, in {} s",
                manifest.documents(),
                manifest.shards().size(),
                Duration.between(before, Instant.now()).toSeconds());
        folder.write(curating.withState(RunState.FINISHED, Instant.now().toString()));
    }

    /** A batch without any document still has a commit, which says so. */
    private void commitEmpty(RunFolder folder, Stages stages, String input) throws IOException {
        String committed = spec.isStream() ? "" : input;
        if (!folder.reservoir().holds(committed)) {
            folder.reservoir()
                    .commit(new ReservoirManifest(
                            ReservoirManifest.FORMAT, stages.ingestDigest(), committed, stages.labels(), List.of()));
        }
    }

    private static Accounting accounting(RunFolder folder, Path temp) throws IOException {
        return LeftOut.accountingOf(folder.reservoir(), temp.resolve("accounting"));
    }

    private EngineSpec engineSpec(Path temp) {
        return switch (options.kind()) {
            case EMBEDDED -> EngineSpec.embedded(temp);
            case DIRECT -> EngineSpec.direct(temp);
            case CLUSTER ->
                EngineSpec.cluster(
                        options.flinkMaster(), EngineSpec.embedded(temp).parallelism(), temp);
        };
    }
}
