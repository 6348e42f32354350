package org.florilegium.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.florilegium.document.UnprocessableDocumentException;
import org.florilegium.pipeline.JobFailedException;
import org.florilegium.spec.InvalidFileException;

/** Says in words what went wrong: one line, or one a fault where a file has several. */
final class Complaint {
    private Complaint() {}

    static String of(Exception thrown) {
        if (thrown instanceof InvalidFileException) {
            return String.valueOf(thrown.getMessage()); // begins with the file, one line a fault
        }
        return "florilegium: " + words(thrown);
    }

    /** The complaint without the name of the program. */
    static String words(Exception thrown) {
        if (thrown instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return words(unchecked.getCause());
        }
        String message = String.valueOf(thrown.getMessage());
        if (thrown instanceof NoSuchFileException) {
            return message + ": no such file";
        }
        if (thrown instanceof AccessDeniedException) {
            return message + ": may not be read or written";
        }
        if (thrown instanceof UnprocessableDocumentException document) {
            return document.reason() + ": " + message;
        }
        boolean foreseen = thrown instanceof IOException
                || thrown instanceof IllegalArgumentException
                || thrown instanceof JobFailedException
                || thrown.getClass().getName().startsWith("org.florilegium.");
        return foreseen
                ? message
                : "unexpected fault, " + thrown.getClass().getSimpleName() + ": " + message
                        + " (--verbose shows where)";
    }
}
