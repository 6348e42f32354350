package org.florilegium.document;

/**
 * The one checked exception that means "this document cannot be processed"; it becomes a dead letter.
 *
 * <p>The class that calls a parser or a model turns whatever the library throws for one input into it. Everything else
 * ends the job.
 */
public final class UnprocessableDocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param reason the cause by which dead letters are counted, in snake case, for example {@code encrypted}
     * @param message what was expected and what was found; never the text itself
     */
    public UnprocessableDocumentException(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** As above, with the {@code thrown} that led to it. */
    public UnprocessableDocumentException(String reason, String message, Throwable thrown) {
        super(message, thrown);
        this.reason = reason;
    }

    /** The cause by which dead letters are counted. */
    public String reason() {
        return reason;
    }
}
