package org.florilegium.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a web archive into its records, so that a broken one costs itself and nothing after it.
 *
 * <p>A record whose header cannot be read, or after whose block neither line ends nor a record follow, is broken; reading goes
 * on with the next line that starts a record, also where that is inside the block that the broken record claimed. What may
 * have to be read again is kept while a block is read, from the first such line in it on: nothing in nearly every record, and
 * never more than a member may hold.
 */
final class ArchiveRecords {
    private static final int MOST_HEADER_BYTES = 1 << 20;
    private static final long MOST_READ_AGAIN =
            4; // times a member: records that all lie about their length cost no more

    private final InputStream source;
    private final ReadAgain in;
    private final ArchiveKind kind;
    private final int memberBytes;
    private @Nullable ArchiveBlock block;
    private long readAgain;

    ArchiveRecords(InputStream in, ArchiveKind kind, int memberBytes) {
        this.source = in;
        this.in = new ReadAgain(in);
        this.kind = kind;
        this.memberBytes = memberBytes;
    }

    /**
     * One record, to be read to its end before the next one is asked for.
     *
     * @param offset where it begins in the decompressed file, in bytes
     * @param bytes header and block
     */
    record Cut(long offset, InputStream bytes) {}

    ArchiveKind kind() {
        return kind;
    }

    /** Whether the file cannot be read any further, whatever it holds. */
    boolean failed() {
        return in.failed();
    }

    /** Whether the last fault is of compressed bytes that follow a whole record. */
    boolean isBetweenMembers() {
        return CompressedStream.isBetweenMembers(source);
    }

    /** Offset of the next byte in the decompressed file. */
    long offset() {
        return in.offset();
    }

    /**
     * The next record, empty at the end.
     *
     * @throws BrokenInputException when what follows is no record; {@link #resume} then finds the next
     */
    Optional<Cut> next() throws IOException {
        skipLineEnds();
        if (in.peek() < 0) {
            return Optional.empty();
        }
        long offset = in.offset();
        byte[] header = header();
        long length = kind.contentLength(new String(header, StandardCharsets.ISO_8859_1));
        ArchiveBlock next = new ArchiveBlock(in, kind, length, memberBytes);
        block = next;
        return Optional.of(new Cut(offset, new SequenceInputStream(new ByteArrayInputStream(header), next)));
    }

    /** Reads over the rest of a record; throws where it is shorter or longer than it says. */
    void finish() throws IOException {
        if (block == null) {
            return;
        }
        long read = block.readToEnd();
        boolean isShort = read < block.length();
        if (isShort && !block.holdsAnother()) {
            throw new BrokenInputException(
                    kind.truncated(), "the file ends after " + read + " of " + block.length() + " bytes of a record");
        }
        if (isShort || !endsWell()) {
            throw new BrokenInputException(
                    kind.broken(), "a record is not as long as the " + block.length() + " bytes it says");
        }
        block = null;
    }

    /** Whether line ends, the end or another record follow; a fault of what comes after the line ends is not this record's. */
    private boolean endsWell() throws IOException {
        int newlines = 0;
        try {
            for (int next = in.peek(); next == '\r' || next == '\n'; next = in.peek()) {
                newlines += in.read() == '\n' ? 1 : 0;
            }
            return newlines >= kind.lineEnds() || in.peek() < 0 || in.startsRecord(kind);
        } catch (BrokenInputException broken) {
            if (newlines >= kind.lineEnds() && isBetweenMembers()) {
                return true; // thrown again when the next record is asked for
            }
            throw broken;
        }
    }

    /** Goes to the first record start after what was read, or inside the block of the record that was read last. */
    void resume() throws IOException {
        byte[] kept = block == null ? new byte[0] : block.kept();
        block = null;
        readAgain += kept.length;
        if (kept.length > 0 && readAgain <= MOST_READ_AGAIN * memberBytes) {
            in.unread(kept);
        } else {
            in.skipToRecord(kind);
        }
    }

    /** What was read ahead ends here, and what comes next is the start of something else. */
    void breakOff() {
        in.breakOff();
        if (block != null) {
            block.breakOff();
        }
    }

    private void skipLineEnds() throws IOException {
        for (int next = in.peek(); next == '\r' || next == '\n'; next = in.peek()) {
            in.read();
        }
    }

    /** Bytes up to and with the last line; what no header can be is given back but for its first byte. */
    private byte[] header() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream(1 << 10);
        long offset = in.offset();
        for (int lines = 1; in.startsRecord(kind) == (lines == 1); lines++) {
            int line = in.readLine(header, MOST_HEADER_BYTES - header.size());
            if (line < 0) {
                break;
            }
            if (kind.isWholeHeader(line, lines)) {
                return header.toByteArray();
            }
        }
        boolean cut = header.size() > 0 && in.peek() < 0;
        if (header.size() > 1) {
            in.unread(Arrays.copyOfRange(header.toByteArray(), 1, header.size()));
        }
        throw new BrokenInputException(
                cut ? kind.truncated() : kind.broken(), "no record header can be read at byte " + offset);
    }
}
