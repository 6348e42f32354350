package org.florilegium.pipeline;

import java.io.IOException;

/** A run that does not start, because of what is already in its output folder. */
public final class RunRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public RunRefusedException(String message) {
        super(message);
    }
}
