package org.florilegium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.florilegium.document.UnprocessableDocumentException;
import org.florilegium.extract.ExtractFile;
import org.florilegium.extract.ExtractSpec;
import org.florilegium.sink.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Extracts single files. */
@Command(
        name = "extract",
        description = "Prints the text of files, one JSON line each: {\"id\", \"text\", \"title\", \"media_type\", "
                + "\"language\"}. The id is the file's name without .gz and .html.")
final class ExtractCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Main main;

    @Option(
            names = "--media-type",
            paramLabel = "T",
            defaultValue = "",
            description = "What the files are said to be, for example text/html; the bytes decide.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String mediaType;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files; gzip and zstd are unpacked.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> files;

    @Override
    public Integer call() {
        int status = 0;
        try (ExtractFile extractor = new ExtractFile(ExtractSpec.defaults())) {
            for (Path file : files) {
                try {
                    if (Files.isDirectory(file)) {
                        throw new IOException(file + ": must be a file, was a folder");
                    }
                    main.console().line(Json.line(extractor.extract(file, mediaType)));
                } catch (UnprocessableDocumentException e) {
                    main.console().error("florilegium: " + file + ": " + Complaint.words(e));
                    status = Main.FAILED;
                } catch (IOException e) {
                    String words = Complaint.words(e);
                    main.console()
                            .error("florilegium: " + (words.contains(file.toString()) ? "" : file + ": ") + words);
                    status = Main.FAILED;
                }
            }
        }
        return status;
    }
}
