package org.florilegium.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.florilegium.pipeline.StreamDemo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the stream: broker, messages, a job that is killed once and resumed, a release. */
@Command(
        name = "demo-stream",
        description = "Publishes the samples to a Kafka broker in this process, ingests them with a job that is killed"
                + " once, and counts that each is there exactly once.")
final class DemoStreamCommand implements Callable<Integer> {
    @Option(names = "--output", paramLabel = "DIR", description = "Folder to replace, target/demo-stream unless told.")
    private Path output = Path.of("target", "demo-stream");

    @Override
    public Integer call() throws Exception {
        return new StreamDemo(Home.folder(), output, System.out).run() ? 0 : Main.FAILED;
    }
}
