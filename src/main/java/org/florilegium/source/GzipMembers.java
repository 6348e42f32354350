package org.florilegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A gzip stream of any number of members. Unlike the JDK's it complains when bytes follow that are no further member; and
 * unlike the stricter libraries it takes the odd extra fields that crawlers write into headers.
 */
final class GzipMembers extends GZIPInputStream {
    private static final int TRAILER_BYTES = 8;

    GzipMembers(InputStream in) throws IOException {
        super(in, 1 << 13);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int many = super.read(into, offset, length);
        if (many < 0 && (inf.getRemaining() > TRAILER_BYTES || in.read() >= 0)) {
            throw new IOException("bytes that are no gzip member follow the last member");
        }
        return many;
    }
}
