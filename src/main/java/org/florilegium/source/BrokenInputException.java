package org.florilegium.source;

import java.io.IOException;

/** The bytes of a file, or of one member, are not what they should be; ends in a dead letter. */
final class BrokenInputException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** {@code reason} is in snake case; {@code message} never holds text of the file. */
    BrokenInputException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    BrokenInputException(String reason, String message, Throwable thrown) {
        super(message, thrown);
        this.reason = reason;
    }

    /** The same fault, met again. */
    BrokenInputException(BrokenInputException first) {
        super(first.getMessage(), first);
        this.reason = first.reason;
    }

    String reason() {
        return reason;
    }

    /** The broken input among {@code thrown} and its causes, or {@code otherwise} with its message. */
    static BrokenInputException within(Throwable thrown, String otherwise) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenInputException broken) {
                return broken;
            }
        }
        String message = thrown.getMessage();
        return new BrokenInputException(otherwise, message == null ? thrown.toString() : message, thrown);
    }
}
