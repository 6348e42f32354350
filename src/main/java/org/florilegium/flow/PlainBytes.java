package org.florilegium.flow;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens files that a pipeline file names, such as lists and evaluation sets, packed or not. */
public final class PlainBytes {
    private static final int BUFFER_BYTES = 1 << 16;

    private PlainBytes() {}

    /** The bytes of {@code file} without gzip or zstd, which are told by their first bytes and not by the name. */
    public static InputStream open(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            in.mark(4);
            byte[] head = in.readNBytes(4);
            in.reset();
            if (startsWith(head, 0x1F, 0x8B)) {
                return new GZIPInputStream(in, BUFFER_BYTES);
            }
            return startsWith(head, 0x28, 0xB5, 0x2F, 0xFD) ? new ZstdInputStream(in) : in;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** {@code name} without {@code .gz} or {@code .zst}. */
    public static String plainName(String name) {
        return name.replaceFirst("\\.(gz|zst)$", "");
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
