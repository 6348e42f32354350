package org.florilegium.extract;

import java.io.Serializable;
import org.florilegium.document.DocumentId;

/**
 * What normalizing does besides Unicode NFC and whitespace.
 *
 * @param repairMojibake whether UTF-8 that was read as windows-1252 is put right where that is certain
 */
public record NormalizeSpec(boolean repairMojibake) implements Serializable {

    public static NormalizeSpec defaults() {
        return new NormalizeSpec(true);
    }

    /** Digest of all that can change a result. */
    public String digest() {
        return DocumentId.sha256Hex("normalize repair_mojibake=" + repairMojibake);
    }
}
