package org.florilegium.pipeline;

/** A job ended before its work was done. What it had committed stays, and the next run goes on from there. */
public final class JobFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private JobFailedException(String message, Throwable root) {
        super(message, root);
    }

    /** The failure of {@code job}, told by what lies at the root of {@code thrown}. */
    static JobFailedException of(String job, Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String said = root.getMessage() == null ? "" : ": " + root.getMessage();
        return new JobFailedException(job + " failed: " + root.getClass().getSimpleName() + said, root);
    }
}
