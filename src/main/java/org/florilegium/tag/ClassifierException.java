package org.florilegium.tag;

/**
 * A classifier's folder that cannot be used as it is; its message names file, key, what was expected and what was found, one
 * fault a line.
 */
public final class ClassifierException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClassifierException(String message) {
        super(message);
    }

    public ClassifierException(String message, Throwable thrown) {
        super(message, thrown);
    }
}
