package org.florilegium.extract;

import java.io.Serializable;
import org.florilegium.document.DocumentId;

/**
 * When a language is believed.
 *
 * @param enabled whether texts are looked at; where not, each has the language that its source declares, or {@code und}
 * @param trustDeclared probability, 0 to 1, under which the language that the source declares is taken instead, where it
 *     is written in the script that was found
 */
public record IdentifySpec(boolean enabled, double trustDeclared) implements Serializable {

    public IdentifySpec {
        if (!(trustDeclared >= 0 && trustDeclared <= 1)) {
            throw new IllegalArgumentException("identify.trust_declared: must be 0 to 1, was " + trustDeclared);
        }
    }

    public static IdentifySpec defaults() {
        return new IdentifySpec(true, 0.8);
    }

    /** Digest of all that can change a result. */
    public String digest() {
        return DocumentId.sha256Hex("identify enabled=" + enabled + " trust_declared=" + trustDeclared);
    }
}
