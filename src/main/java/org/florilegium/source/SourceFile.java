package org.florilegium.source;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One file that a source covers.
 *
 * @param source name of the source
 * @param absolutePath where to open it; never written to a row
 * @param relativeUri path relative to the source's root, with {@code /} between its parts
 * @param bytes size when it was listed, 0 or more
 */
public record SourceFile(String source, String absolutePath, String relativeUri, long bytes) implements Serializable {
    private static final int END_BYTES = 4096;

    public SourceFile {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes of '" + relativeUri + "' must be 0 or more, was " + bytes);
        }
    }

    /**
     * Tells this file from others without reading the whole of it: source, relative path, size, and a hash of its first and last
     * 4,096 bytes. Where it lies and when it was written do not matter.
     * One that cannot be read says so in place of the hash; it becomes a dead letter later.
     */
    public String fingerprint() {
        String name = source + "|" + relativeUri + "|" + bytes + "|";
        try (FileChannel file = FileChannel.open(Path.of(absolutePath))) {
            ByteBuffer ends = ByteBuffer.allocate(2 * END_BYTES);
            ends.limit(END_BYTES);
            fill(ends, file, 0);
            ends.limit(ends.position() + END_BYTES);
            fill(ends, file, Math.max(0, bytes - END_BYTES));
            return name + DigestUtils.sha256Hex(Arrays.copyOf(ends.array(), ends.position()));
        } catch (IOException e) {
            return name + "unreadable";
        }
    }

    private static void fill(ByteBuffer buffer, FileChannel file, long from) throws IOException {
        int start = buffer.position();
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position() - start) > 0) {
            // a read may give less than was asked for
        }
    }
}
