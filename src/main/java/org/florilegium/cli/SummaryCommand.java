package org.florilegium.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.florilegium.inspect.RunSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private OutputArgument argument = new OutputArgument();

    @Override
    public Integer call() throws IOException {
        main.console().text(RunSummary.text(argument.output()));
        return 0;
    }
}
