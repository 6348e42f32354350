package org.florilegium.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run PIPELINE.yaml}: runs a pipeline file. */
@Command(
        name = "run",
        description = "Fills the reservoir from the sources of a pipeline file, then makes a release.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private PipelineOptionsGroup options = new PipelineOptionsGroup();

    @Override
    public Integer call() throws Exception {
        options.run().all();
        return 0;
    }
}
