package org.florilegium.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a gzip (any number of members) or zstd stream. Everything that could be decompressed before a fault is
 * delivered first; then, and at every later read, the fault is thrown as a {@link BrokenInputException}, until
 * {@link #resume} goes on behind it.
 */
final class CompressedStream extends FilterInputStream {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MOST_LAYERS = 3;

    private final String format;
    private long delivered;
    private @Nullable BrokenInputException fault;
    private boolean fromBelow;

    private CompressedStream(InputStream decompressor, String format) {
        super(decompressor);
        this.format = format;
    }

    /** {@code in} without its layers of gzip and zstd, by magic bytes; supports mark and reset. */
    static InputStream unwrap(InputStream in) throws IOException {
        InputStream plain = buffered(in);
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            String format = format(head(plain));
            if (format.isEmpty()) {
                return plain;
            }
            plain = buffered(new CompressedStream(decompressor(plain, format), format));
        }
        if (!format(head(plain)).isEmpty()) {
            throw new BrokenInputException("nested_compression", "more than " + MOST_LAYERS + " layers of compression");
        }
        return plain;
    }

    private static InputStream buffered(InputStream in) {
        return new Layer(in);
    }

    /**
     * Goes on behind the fault that {@code in} threw last, where it was thrown by a gzip member and another one follows.
     *
     * @param in a stream from {@link #unwrap}
     * @return false where nothing more can be read
     */
    static boolean resume(InputStream in) throws IOException {
        return in instanceof Layer layer && layer.compressed() instanceof CompressedStream stream && stream.resume();
    }

    /** Whether the fault that {@code in} threw last is of what follows a whole gzip member. */
    static boolean isBetweenMembers(InputStream in) {
        return in instanceof Layer layer
                && layer.compressed() instanceof CompressedStream stream
                && !stream.fromBelow
                && stream.in instanceof GzipMembers members
                && members.isBetween();
    }

    private boolean resume() throws IOException {
        if (fault == null || fromBelow || !(in instanceof GzipMembers members) || !members.resume()) {
            return false;
        }
        fault = null;
        return true;
    }

    /** A buffer that knows what it reads from. */
    private static final class Layer extends BufferedInputStream {
        Layer(InputStream in) {
            super(in, BUFFER_BYTES);
        }

        InputStream compressed() {
            return in;
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        in.mark(8);
        try {
            return in.readNBytes(4);
        } catch (BrokenInputException broken) {
            return new byte[0]; // thrown again by whoever reads on
        } finally {
            in.reset();
        }
    }

    /** {@code gzip}, {@code zstd}, or empty. */
    static String format(byte[] head) {
        if (head.length >= 3 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b && head[2] == 8) {
            return "gzip";
        }
        boolean zstd = head.length >= 4
                && (head[0] & 0xff) == 0x28
                && (head[1] & 0xff) == 0xb5
                && head[2] == 0x2f
                && (head[3] & 0xff) == 0xfd;
        return zstd ? "zstd" : "";
    }

    private static InputStream decompressor(InputStream in, String format) throws IOException {
        try {
            return format.equals("gzip") ? new GzipMembers(in) : new ZstdInputStream(in);
        } catch (EOFException end) {
            throw new BrokenInputException("truncated_" + format, "the " + format + " header ends early", end);
        } catch (IOException broken) {
            throw new BrokenInputException(
                    "broken_" + format, "not a " + format + " stream: " + broken.getMessage(), broken);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (fault != null) {
            throw new BrokenInputException(fault);
        }
        try {
            int many = super.read(into, offset, length);
            delivered += Math.max(0, many);
            return many;
        } catch (ClosedByInterruptException | InterruptedIOException interrupted) {
            throw interrupted;
        } catch (IOException broken) {
            fault = faultOf(broken);
            throw new BrokenInputException(fault);
        }
    }

    private BrokenInputException faultOf(IOException broken) {
        if (broken instanceof BrokenInputException inner) {
            fromBelow = true;
            return inner;
        }
        boolean truncated = broken instanceof EOFException
                || String.valueOf(broken.getMessage()).contains("Truncated");
        String cause = (truncated ? "truncated_" : "broken_") + format;
        return new BrokenInputException(cause, "after " + delivered + " bytes: " + broken.getMessage(), broken);
    }

    /** None, so that a buffer hands over each piece before it asks for the next, which may throw. */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
