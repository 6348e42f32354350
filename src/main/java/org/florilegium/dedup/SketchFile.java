package org.florilegium.dedup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary file of sketches, written one after the other, then read by place. */
final class SketchFile implements Closeable {
    private static final int MOST_BYTES = (ShingleSketch.MOST + 1) * Integer.BYTES;

    private final Path file;
    private final DataOutputStream out;
    private final ByteBuffer read = ByteBuffer.allocate(MOST_BYTES);
    private final FileChannel channel;
    private long length;

    SketchFile(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        this.channel = FileChannel.open(file);
    }

    /** Writes a sketch and returns its place. */
    long append(int[] sketch) throws IOException {
        long place = length;
        out.writeInt(sketch.length);
        for (int hash : sketch) {
            out.writeInt(hash);
        }
        length += (sketch.length + 1L) * Integer.BYTES;
        return place;
    }

    /** Ends the writing, so that everything can be read. */
    void flush() throws IOException {
        out.flush();
    }

    int[] read(long place) throws IOException {
        read.clear();
        while (read.hasRemaining() && channel.read(read, place + read.position()) > 0) {
            // a read may give less than was asked for
        }
        read.flip();
        if (read.remaining() < Integer.BYTES) {
            throw new EOFException(file + " has no sketch at " + place);
        }
        int[] sketch = new int[read.getInt()];
        read.asIntBuffer().get(sketch);
        return sketch;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        out.close();
        Files.deleteIfExists(file);
    }
}
