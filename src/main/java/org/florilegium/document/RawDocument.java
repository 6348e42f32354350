package org.florilegium.document;

import java.io.Serializable;

/**
 * Bytes before extraction.
 *
 * @param origin where they were found; its media type is empty until extraction
 * @param declared what the source declares
 * @param bytes the raw bytes; not copied, must not be changed
 * @param mediaType what the container says of them, empty to detect it from the bytes
 * @param charset what the container says of them, empty to detect it
 * @param title title the container gives, empty where it gives none
 */
public record RawDocument(
        Origin origin, Declared declared, byte[] bytes, String mediaType, String charset, String title)
        implements Serializable {}
