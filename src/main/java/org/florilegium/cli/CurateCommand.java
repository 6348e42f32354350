package org.florilegium.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code curate PIPELINE.yaml}: runs a pipeline file. */
@Command(
        name = "curate",
        description = "Makes a release of a reservoir that is there.",
        mixinStandardHelpOptions = true)
final class CurateCommand implements Callable<Integer> {
    @Mixin
    private PipelineOptionsGroup options = new PipelineOptionsGroup();

    @Override
    public Integer call() throws Exception {
        options.run().curate();
        return 0;
    }
}
