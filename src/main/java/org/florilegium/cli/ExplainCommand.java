package org.florilegium.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.florilegium.inspect.ExplainDocument;
import org.florilegium.inspect.ExplanationText;
import org.florilegium.inspect.OutputFolder;
import org.florilegium.sink.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Explains one document. */
@Command(
        name = "explain",
        description =
                "Prints everything known of one document, kept or left out: where it was found, every measurement, "
                        + "score, tradition, rule and decision.")
final class ExplainCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Main main;

    @Parameters(paramLabel = "ID", description = "Row id, document id, the beginning of one, or the uri of a source.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String id;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "Output folder or release (default: the working folder, otherwise the demo's).")
    private @Nullable Path folder;

    @Option(names = "--json", description = "Print JSON lines, one for each row found.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<ObjectNode> found = ExplainDocument.find(OutputFolder.of(folder == null ? Home.output() : folder), id);
        if (json) {
            found.forEach(row -> main.console().line(Json.line(row)));
        } else {
            main.console().text(ExplanationText.of(found));
        }
        return 0;
    }
}
