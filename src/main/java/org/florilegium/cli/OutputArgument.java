package org.florilegium.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.florilegium.inspect.OutputFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The folder that the commands look at which read what a run wrote. */
final class OutputArgument {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Output folder or release (default: the working folder, otherwise the demo's).")
    private @Nullable Path folder;

    /** The folder that was named, otherwise the one that is meant. */
    OutputFolder output() throws IOException {
        return OutputFolder.of(folder == null ? Home.output() : folder);
    }
}
