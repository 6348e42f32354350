package org.florilegium.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ingest PIPELINE.yaml}: runs a pipeline file. */
@Command(
        name = "ingest",
        description = "Fills the reservoir from the sources of a pipeline file.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private PipelineOptionsGroup options = new PipelineOptionsGroup();

    @Override
    public Integer call() throws Exception {
        options.run().ingest();
        return 0;
    }
}
