package org.florilegium.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.florilegium.inspect.ReleaseStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Prints figures of a run. */
@Command(
        name = "stats",
        description =
                "Prints what a release holds: documents and tokens by language and tradition, targets against what was reached, and what was left out where and why.")
final class StatsCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Main main;

    @Mixin
    private OutputArgument argument = new OutputArgument();

    @Override
    public Integer call() throws IOException {
        main.console().text(ReleaseStatistics.text(argument.output()));
        return 0;
    }
}
