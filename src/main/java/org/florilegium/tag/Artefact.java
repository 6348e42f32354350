package org.florilegium.tag;

import java.io.Serializable;

/**
 * A file that a classifier is made of, pinned by hash.
 *
 * @param name name of the file in the classifier's folder, or of the class-path resource
 * @param sha256 expected SHA-256, hexadecimal
 */
public record Artefact(String name, String sha256) implements Serializable {

    /** The artefact a kind does not have. */
    public static final Artefact NONE = new Artefact("", "");

    static Artefact read(FieldReader in, String nameKey) {
        Artefact artefact = new Artefact(in.text(nameKey), in.text("sha256"));
        if (!artefact.sha256.isEmpty() && !artefact.sha256.matches("[0-9a-f]{64}")) {
            in.fault("sha256", "expected 64 hexadecimal digits, found '" + artefact.sha256 + "'");
        }
        if (artefact.name.contains("/") || artefact.name.contains("\\")) {
            in.fault(nameKey, "expected a name without a folder, found '" + artefact.name + "'");
        }
        in.done();
        return artefact;
    }
}
