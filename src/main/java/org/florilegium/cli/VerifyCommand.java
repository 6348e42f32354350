package org.florilegium.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.florilegium.inspect.OutputFolder;
import org.florilegium.inspect.VerifyRelease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Verifies a release. */
@Command(
        name = "verify",
        description =
                "Checks every file and row of a release against its manifest, and the reservoir beside it; prints every "
                        + "fault with what was expected and what was found.")
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Main main;

    @Mixin
    private OutputArgument argument = new OutputArgument();

    @Override
    public Integer call() throws IOException {
        OutputFolder output = argument.output();
        VerifyRelease.Result result = VerifyRelease.verify(output);
        result.faults().forEach(main.console()::line);
        int faults = result.faults().size();
        main.console()
                .line(output.root() + ": "
                        + (faults == 0 ? "ok" : faults == 1 ? "1 fault" : faults + " faults")
                        + ", " + result.files() + " files and " + result.rows() + " rows checked");
        return faults == 0 ? 0 : Main.FAILED;
    }
}
