package org.florilegium.document;

import java.io.Serializable;

/**
 * One stage that a document went through.
 *
 * @param stage name of the stage
 * @param version version of its code or library, for example {@code tika-3.3.1}
 * @param configDigest digest of its configuration, hexadecimal
 * @param modelDigest digest of its models, empty where it has none
 */
public record Lineage(String stage, String version, String configDigest, String modelDigest) implements Serializable {}
