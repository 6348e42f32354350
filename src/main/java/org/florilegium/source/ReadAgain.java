package org.florilegium.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Bytes that can be looked at before they are read, and given back after; knows its offset. */
final class ReadAgain extends InputStream {
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int limit;
    private long offset;
    private boolean failed;

    ReadAgain(InputStream in) {
        this.in = in;
    }

    /** Whether the file itself cannot be read. */
    boolean failed() {
        return failed;
    }

    /** Offset of the next byte. */
    long offset() {
        return offset;
    }

    /** The next byte, which stays; -1 at the end. */
    int peek() throws IOException {
        return fill(1) ? buffer[at] & 0xff : -1;
    }

    /** Whether the next line, which stays, starts a record. */
    boolean startsRecord(ArchiveKind kind) throws IOException {
        int end = 0;
        while (end < kind.markBytes() && fill(end + 1) && buffer[at + end] != '\n') {
            end++;
        }
        return kind.startsWith(Arrays.copyOfRange(buffer, at, at + end), end);
    }

    /** Gives back the last bytes that were read. */
    void unread(byte[] bytes) {
        byte[] joined = new byte[Math.max(BUFFER_BYTES, bytes.length + limit - at)];
        System.arraycopy(bytes, 0, joined, 0, bytes.length);
        System.arraycopy(buffer, at, joined, bytes.length, limit - at);
        limit = bytes.length + limit - at;
        at = 0;
        buffer = joined;
        offset -= bytes.length;
    }

    /**
     * Appends a line with its end, but no more than {@code most} bytes.
     *
     * @return bytes of the line without its end, -1 where none came
     */
    int readLine(ByteArrayOutputStream into, int most) throws IOException {
        int length = 0;
        int previous = -1;
        for (int read = 0; read < most; read++) {
            int next = read();
            if (next < 0) {
                return -1;
            }
            into.write(next);
            if (next == '\n') {
                return previous == '\r' ? length - 1 : length;
            }
            length++;
            previous = next;
        }
        return -1;
    }

    /** Reads up to the next line that starts a record, or to the end. */
    void skipToRecord(ArchiveKind kind) throws IOException {
        while (peek() >= 0) {
            if (read() == '\n' && startsRecord(kind)) {
                return;
            }
        }
    }

    /** Forgets what was read ahead, as what comes next does not belong to it, and ends its line. */
    void breakOff() {
        offset += limit - at;
        at = 0;
        limit = 0;
        unread(new byte[] {'\n'});
    }

    @Override
    public int read() throws IOException {
        if (!fill(1)) {
            return -1;
        }
        offset++;
        return buffer[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        if (!fill(1)) {
            return -1;
        }
        int many = Math.min(wanted, limit - at);
        System.arraycopy(buffer, at, into, from, many);
        at += many;
        offset += many;
        return many;
    }

    /** Whether {@code many} bytes could be read ahead, no more than the buffer holds. */
    private boolean fill(int many) throws IOException {
        while (limit - at < many) {
            if (buffer.length - at < many) {
                System.arraycopy(buffer, at, buffer, 0, limit - at);
                limit -= at;
                at = 0;
            }
            if (at == limit) {
                at = 0;
                limit = 0;
            }
            int read = fetch();
            if (read < 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    private int fetch() throws IOException {
        try {
            return in.read(buffer, limit, buffer.length - limit);
        } catch (BrokenInputException compressed) {
            throw compressed;
        } catch (IOException unreadable) {
            failed = true;
            throw unreadable;
        }
    }
}
