package org.florilegium.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.florilegium.spec.InvalidFileException;
import org.florilegium.spec.PipelineSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Checks a pipeline file. */
@Command(
        name = "validate",
        description = "Checks a pipeline file without running it; prints every fault with its path, value and remedy.")
final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Main main;

    @Parameters(paramLabel = "PIPELINE", description = "The pipeline file.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path pipeline;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Lays a value over the file, for example --set output=DIR or --set tag.policy=tier1.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Override
    public Integer call() throws InvalidFileException {
        PipelineSpec.read(pipeline, settings, Home.folder());
        main.console().line(pipeline + ": ok");
        return 0;
    }
}
