package org.florilegium.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A gzip stream of any number of members.
 *
 * <p>Unlike the JDK's it complains when bytes follow that are no further member; unlike the stricter libraries it takes the
 * odd extra fields that crawlers write into headers; and unlike both it can go on behind a broken member: a corrupt one may
 * swallow the start of the next before it is found out, so that what looks like a start is kept until its member ends.
 */
final class GzipMembers extends InputStream {
    private static final int TRAILER_BYTES = 8;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CHECK = 2;

    private final MemberBytes bytes;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private boolean inside;
    private boolean delivering;
    private boolean isFirst = true;
    private boolean ended;

    GzipMembers(InputStream in) {
        this.bytes = new MemberBytes(in);
    }

    /** Goes to the next member after a fault; false when there is none. */
    boolean resume() throws IOException {
        inside = false;
        return bytes.toNextStart();
    }

    /** Whether the last member was whole, and nothing came of another one yet. */
    boolean isBetween() {
        return !inside || !delivering;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inside || begin()) {
            int many = inflate(into, offset, length);
            if (many > 0) {
                delivering = true;
                crc.update(into, offset, many);
                return many;
            }
            if (inflater.finished()) {
                bytes.giveBack(inflater.getRemaining());
                end();
            } else if (inflater.needsDictionary()) {
                throw new ZipException(bytes.where() + ": a preset dictionary is needed");
            } else if (inflater.needsInput()) {
                feed();
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            return inflater.inflate(into, offset, length);
        } catch (DataFormatException broken) {
            throw new ZipException(bytes.where() + ": " + broken.getMessage());
        }
    }

    private void feed() throws IOException {
        if (!bytes.has(1)) {
            throw truncated();
        }
        bytes.takeAll(inflater);
    }

    /** Reads the header of the next member; false at the end. */
    private boolean begin() throws IOException {
        if (ended || !bytes.has(1)) {
            ended = true;
            return false;
        }
        bytes.markStart();
        if (!bytes.isMagic()) {
            throw new ZipException(
                    isFirst
                            ? "no gzip header"
                            : bytes.where() + ": bytes that are no gzip member follow the last member");
        }
        isFirst = false;
        int flags = header();
        if ((flags & EXTRA) != 0) {
            bytes.skip(next() | next() << 8);
        }
        skipString(flags & NAME);
        skipString(flags & COMMENT);
        bytes.skip((flags & HEADER_CHECK) != 0 ? 2 : 0);
        inflater.reset();
        crc.reset();
        inside = true;
        delivering = false;
        return true;
    }

    private int header() throws IOException {
        bytes.skip(3);
        int flags = next();
        bytes.skip(6);
        return flags;
    }

    private void skipString(int flag) throws IOException {
        while (flag != 0 && next() != 0) {
            // up to the zero that ends it
        }
    }

    private int next() throws IOException {
        int next = bytes.next();
        if (next < 0) {
            throw truncated();
        }
        return next;
    }

    private void end() throws IOException {
        if (!bytes.has(TRAILER_BYTES)) {
            throw truncated();
        }
        long sum = 0;
        long size = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            sum |= (long) next() << shift;
        }
        for (int shift = 0; shift < 32; shift += 8) {
            size |= (long) next() << shift;
        }
        if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException(bytes.where() + ": the checksum is another");
        }
        inside = false;
    }

    private EOFException truncated() {
        return new EOFException(bytes.where() + ": the file ends in it");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        bytes.close();
    }
}
