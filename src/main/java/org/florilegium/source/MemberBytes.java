package org.florilegium.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;

/**
 * The bytes of a gzip file, read ahead, of which those stay that may have to be read again: from the first one on that, since
 * the present member began, looks like the start of another.
 */
final class MemberBytes {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int HEADER_BYTES = 10;
    private static final int MOST_KEPT = 64 << 20;
    private static final int LAST_SYSTEM = 13;
    private static final int NO_SYSTEM = 255;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int limit;
    private int scanned;
    private int start = -1;
    private long passed;
    private long memberOffset;

    MemberBytes(InputStream in) {
        this.in = in;
    }

    /** The present member, in words. */
    String where() {
        return "gzip member at byte " + memberOffset;
    }

    /** A member begins with the next byte. */
    void markStart() {
        memberOffset = passed + at;
        scanned = at + 1;
        start = -1;
    }

    /** Whether {@code many} bytes, no more than the buffer's, can be read. */
    boolean has(int many) throws IOException {
        while (limit - at < many) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    int next() throws IOException {
        return has(1) ? buffer[at++] & 0xff : -1;
    }

    void skip(int many) throws IOException {
        for (int i = 0; i < many; i++) {
            if (next() < 0) {
                throw new EOFException(where() + ": the file ends in its header");
            }
        }
    }

    /** Gives all that was read ahead to {@code inflater}. */
    void takeAll(Inflater inflater) {
        inflater.setInput(buffer, at, limit - at);
        at = limit;
    }

    /** The last {@code many} bytes were not used after all. */
    void giveBack(int many) {
        at -= many;
    }

    boolean isMagic() throws IOException {
        return has(3) && (buffer[at] & 0xff) == 0x1f && (buffer[at + 1] & 0xff) == 0x8b && buffer[at + 2] == 8;
    }

    /** Goes to the first start of a member after the present one's; false when none follows. */
    boolean toNextStart() throws IOException {
        for (scan(); start < 0; scan()) {
            at = limit;
            if (!more()) {
                return false;
            }
        }
        at = start;
        return true;
    }

    /** Reads more behind what there is; at least what may be read again stays. */
    private boolean more() throws IOException {
        if (at == limit || limit == buffer.length) {
            scan();
            makeRoom();
        }
        int many = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, many);
        return many > 0;
    }

    private void makeRoom() {
        int kept = Math.min(at, start >= 0 ? start : scanned);
        if (start >= 0 && limit - kept > MOST_KEPT) {
            start = -1;
            kept = at;
            scanned = at;
        }
        byte[] into = limit - kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, kept, into, 0, limit - kept);
        buffer = into;
        passed += kept;
        at -= kept;
        limit -= kept;
        scanned -= kept;
        start = start < 0 ? -1 : start - kept;
    }

    private void scan() {
        for (; start < 0 && scanned + HEADER_BYTES <= limit; scanned++) {
            if (looksLikeStart(scanned)) {
                start = scanned;
            }
        }
    }

    /** Magic bytes, no reserved flag, and a level and system as compressors write them: rare in anything else. */
    private boolean looksLikeStart(int i) {
        if (buffer[i] != 0x1f || buffer[i + 1] != (byte) 0x8b || buffer[i + 2] != 8 || (buffer[i + 3] & 0xe0) != 0) {
            return false;
        }
        int level = buffer[i + 8];
        int system = buffer[i + 9] & 0xff;
        return (level == 0 || level == 2 || level == 4) && (system <= LAST_SYSTEM || system == NO_SYSTEM);
    }

    void close() throws IOException {
        in.close();
    }
}
