package org.florilegium.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The block of a record of a web archive, which keeps what may turn out to be the records after it. */
final class ArchiveBlock extends InputStream {
    private final ReadAgain in;
    private final ArchiveKind kind;
    private final long length;
    private final int most;
    private final byte[] line;
    private int lineLength;
    private long read;
    private @Nullable ByteArrayOutputStream kept;

    /**
     * @param length bytes that the header says the block has
     * @param most bytes of a block that can be kept
     */
    ArchiveBlock(ReadAgain in, ArchiveKind kind, long length, int most) {
        this.in = in;
        this.kind = kind;
        this.length = length;
        this.most = most;
        this.line = new byte[kind.markBytes() + 1];
    }

    long length() {
        return length;
    }

    /** Whether a line in what was read of the block starts a record. */
    boolean holdsAnother() {
        return kept != null;
    }

    /** What was read of the block, from the first line in it on that starts a record; empty where none does. */
    byte[] kept() {
        return kept == null ? new byte[0] : kept.toByteArray();
    }

    /** Ends the line of what is kept. */
    void breakOff() {
        if (kept != null) {
            kept.write('\n');
        }
    }

    /** Reads to the end; gives the number of bytes that there were. */
    long readToEnd() throws IOException {
        byte[] waste = new byte[1 << 13];
        while (read(waste, 0, waste.length) >= 0) {
            // on to the end
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        if (read >= length) {
            return -1;
        }
        int many = in.read(into, offset, (int) Math.min(wanted, length - read));
        if (many > 0) {
            read += many;
            watch(into, offset, offset + many);
        }
        return many;
    }

    private void watch(byte[] bytes, int from, int to) throws IOException {
        for (int i = from; kept == null && i < to; i++) {
            boolean lineEnds = bytes[i] == '\n';
            if (!lineEnds && lineLength < line.length) {
                line[lineLength++] = bytes[i];
            }
            boolean decides = lineEnds ? lineLength < line.length : lineLength == kind.markBytes();
            if (decides && lineLength > 0 && kind.startsWith(line, lineLength)) {
                keep(bytes, i + (lineEnds ? 0 : 1), to);
                return;
            }
            lineLength = lineEnds ? 0 : lineLength;
        }
        if (kept != null) {
            kept.write(bytes, from, to - from);
        }
    }

    private void keep(byte[] bytes, int from, int to) throws IOException {
        kept = new ByteArrayOutputStream();
        kept.write(line, 0, lineLength);
        kept.write(bytes, from, to - from);
        if (length > most) {
            throw new BrokenInputException(
                    kind.broken(), "another record begins inside one that says it has " + length + " bytes");
        }
    }
}
