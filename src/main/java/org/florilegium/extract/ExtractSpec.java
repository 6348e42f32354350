package org.florilegium.extract;

import java.io.Serializable;
import org.florilegium.document.DocumentId;

/**
 * Bounds of extraction: one hostile input may cost no more than these.
 *
 * @param maxBytes raw bytes of one document, 1 or more
 * @param maxCharacters characters of extracted text, 1 or more
 * @param timeoutSeconds time for one document in a parser that may hang, 1 or more
 * @param temporaryFolder where parsers may write while they work, empty for the system's; does not change any result
 */
public record ExtractSpec(int maxBytes, int maxCharacters, int timeoutSeconds, String temporaryFolder)
        implements Serializable {

    public ExtractSpec {
        requirePositive("max_bytes", maxBytes);
        requirePositive("max_characters", maxCharacters);
        requirePositive("timeout_seconds", timeoutSeconds);
    }

    public static ExtractSpec defaults() {
        return new ExtractSpec(256 << 20, 20_000_000, 60, "");
    }

    public ExtractSpec withTemporaryFolder(String folder) {
        return new ExtractSpec(maxBytes, maxCharacters, timeoutSeconds, folder);
    }

    /** Digest of all that can change a result. */
    public String digest() {
        return DocumentId.sha256Hex("extract max_bytes=" + maxBytes + " max_characters=" + maxCharacters
                + " timeout_seconds=" + timeoutSeconds);
    }

    private static void requirePositive(String field, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("extract." + field + ": must be 1 or more, was " + value);
        }
    }
}
