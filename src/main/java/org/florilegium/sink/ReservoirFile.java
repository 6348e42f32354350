package org.florilegium.sink;

/**
 * One data file of a reservoir.
 *
 * @param path relative to the reservoir, named by its content hash
 * @param kind {@code documents} or {@code exclusions}
 * @param rows rows in it
 * @param bytes its length
 * @param digest SHA-256 of its bytes, hexadecimal
 */
public record ReservoirFile(String path, String kind, long rows, long bytes, String digest)
        implements Comparable<ReservoirFile> {

    @Override
    public int compareTo(ReservoirFile other) {
        return path.compareTo(other.path);
    }
}
