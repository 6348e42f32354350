package org.florilegium.spec;

import java.io.Serializable;

/**
 * How a stream is cut into commits.
 *
 * @param windowSeconds length of a window, after which its documents are committed, 1 or more
 * @param checkpointSeconds time between checkpoints of the engine, 1 or more
 */
public record StreamSpec(int windowSeconds, int checkpointSeconds) implements Serializable {
    public StreamSpec {
        if (windowSeconds < 1) {
            throw new IllegalArgumentException("window_seconds: must be 1 or more, was " + windowSeconds);
        }
        if (checkpointSeconds < 1) {
            throw new IllegalArgumentException("checkpoint_seconds: must be 1 or more, was " + checkpointSeconds);
        }
    }
}
