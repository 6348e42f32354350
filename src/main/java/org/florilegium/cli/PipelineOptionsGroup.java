package org.florilegium.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.florilegium.pipeline.EngineSpec;
import org.florilegium.pipeline.Run;
import org.florilegium.spec.InvalidFileException;
import org.florilegium.spec.PipelineSpec;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that run a pipeline file have in common. */
final class PipelineOptionsGroup {
    @Parameters(paramLabel = "PIPELINE.yaml", description = "Pipeline file, for example pipelines/folder.yaml.")
    @Nullable
    Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a value of the pipeline file, for example input=DIR or tag.policy=tier1.")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--runner",
            paramLabel = "NAME",
            description = "Engine: embedded (Flink in this process, the default) or direct (small inputs).")
    String runner = "embedded";

    @Option(names = "--flink-master", paramLabel = "HOST:PORT", description = "Runs on this Flink 1.19 cluster.")
    String flinkMaster = "";

    @Option(names = "--fresh", description = "Removes what an earlier run left in the output folder.")
    boolean fresh;

    @Option(
            names = "--add",
            description = "Adds input that is new to a reservoir that is there; duplicates are found across both.")
    boolean add;

    @Option(
            names = "--until-idle",
            paramLabel = "SECONDS",
            description = "Ends a stream when no message has come for so long.")
    long untilIdleSeconds;

    PipelineSpec spec() throws InvalidFileException {
        return PipelineSpec.read(java.util.Objects.requireNonNull(file), settings, Home.folder());
    }

    Run run() throws InvalidFileException {
        EngineSpec.Kind kind = switch (runner) {
            case "embedded" -> flinkMaster.isEmpty() ? EngineSpec.Kind.EMBEDDED : EngineSpec.Kind.CLUSTER;
            case "direct" -> EngineSpec.Kind.DIRECT;
            default -> throw new IllegalArgumentException("--runner: must be embedded or direct, was '" + runner + "'");
        };
        Optional<Duration> idle =
                untilIdleSeconds > 0 ? Optional.of(Duration.ofSeconds(untilIdleSeconds)) : Optional.empty();
        return new Run(spec(), new Run.Options(kind, flinkMaster, fresh, add, idle));
    }
}
