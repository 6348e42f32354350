package org.florilegium.extract;

import java.io.Serializable;
import org.florilegium.document.DocumentId;

/**
 * How texts are brought to one form.
 *
 * @param form what is done to characters and white space
 * @param repairMojibake whether UTF-8 that was read as windows-1252 is put right where that is certain
 */
public record NormalizeSpec(Form form, boolean repairMojibake) implements Serializable {

    /** What is done to characters and white space. */
    public enum Form {
        /** Unicode NFC, one kind of line break, no invisible characters, no runs of white space. */
        NFC,
        /** Nothing: the text stays as it was read, for comparisons with tools that do not normalize. */
        AS_READ
    }

    public static NormalizeSpec defaults() {
        return new NormalizeSpec(Form.NFC, true);
    }

    /** Digest of all that can change a result. */
    public String digest() {
        return DocumentId.sha256Hex("normalize form=" + form + " repair_mojibake=" + repairMojibake);
    }
}
