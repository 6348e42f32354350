package org.florilegium.source;

import java.io.Serializable;

/**
 * One file that a source covers.
 *
 * @param source name of the source
 * @param absolutePath where to open it; never written to a row
 * @param relativeUri path relative to the source's root, with {@code /} between its parts
 * @param bytes size when it was listed, 0 or more
 */
public record SourceFile(String source, String absolutePath, String relativeUri, long bytes) implements Serializable {
    public SourceFile {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes of '" + relativeUri + "' must be 0 or more, was " + bytes);
        }
    }
}
