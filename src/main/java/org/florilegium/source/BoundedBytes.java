package org.florilegium.source;

import java.io.IOException;
import java.io.InputStream;

/** Reads a member into memory, but never more than a limit. */
final class BoundedBytes {
    private BoundedBytes() {}

    /** All of {@code in}; throws {@code too_large} when that is more than {@code most} bytes. */
    static byte[] read(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most);
        if (bytes.length == most && in.read() >= 0) {
            throw tooLarge(most);
        }
        return bytes;
    }

    static BrokenInputException tooLarge(int most) {
        return new BrokenInputException("too_large", "more than " + most + " bytes after decompression");
    }

    /** {@code in}, which throws {@code too_large} once more than {@code most} bytes were read from it. */
    static InputStream limit(InputStream in, int most) {
        return new java.io.FilterInputStream(in) {
            private long left = most;

            @Override
            public int read() throws IOException {
                int one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int many = super.read(into, offset, length);
                count(Math.max(0, many));
                return many;
            }

            private void count(int many) throws IOException {
                left -= many;
                if (left < 0) {
                    throw tooLarge(most);
                }
            }
        };
    }
}
