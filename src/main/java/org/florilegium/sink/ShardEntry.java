package org.florilegium.sink;

/**
 * One shard as its manifest lists it.
 *
 * @param path relative to the release
 * @param rows rows in it
 * @param copies rows counted as often as they are to be read
 * @param tokens ICU words of its rows, each counted once
 * @param textBytes UTF-8 bytes of its texts
 * @param bytes length of the file
 * @param firstId id of the first row
 * @param lastId id of the last row
 * @param rowsDigest SHA-256 over ids and texts in order, hexadecimal
 * @param digest SHA-256 of the file, hexadecimal
 */
public record ShardEntry(
        String path,
        long rows,
        long copies,
        long tokens,
        long textBytes,
        long bytes,
        String firstId,
        String lastId,
        String rowsDigest,
        String digest)
        implements Comparable<ShardEntry> {

    @Override
    public int compareTo(ShardEntry other) {
        return path.compareTo(other.path);
    }
}
