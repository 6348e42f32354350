package org.florilegium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.florilegium.inspect.OutputFolder;
import org.florilegium.inspect.RunSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints figures of a run. */
@Command(
        name = "summary",
        description =
                "Prints in plain words what came in, what was left out and why, what was kept, and where it lies.")
final class SummaryCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Main main;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Output folder or release (default: the working folder, otherwise the demo's).")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        main.console().text(RunSummary.text(OutputFolder.of(folder == null ? Home.output() : folder)));
        return 0;
    }
}
