package org.florilegium.source;

import java.io.Serializable;

/**
 * What keeps one hostile file from taking the machine down.
 *
 * @param memberBytes most bytes of one member after decompression
 * @param lineBytes most bytes of one line of JSON
 * @param temp folder for a compressed Parquet file while it is read; empty for the one of the Java runtime
 */
public record ReadLimits(int memberBytes, int lineBytes, String temp) implements Serializable {

    /** 256 MiB a member, 64 MiB a line. */
    public static final ReadLimits STANDARD = new ReadLimits(256 << 20, 64 << 20, "");

    public ReadLimits {
        if (memberBytes <= 0 || lineBytes <= 0) {
            throw new IllegalArgumentException(
                    "limits must be positive, were member_bytes " + memberBytes + ", line_bytes " + lineBytes);
        }
    }

    /** These limits with temporary files in {@code folder}. */
    public ReadLimits withTemp(String folder) {
        return new ReadLimits(memberBytes, lineBytes, folder);
    }
}
