package org.florilegium.sorted;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary file of stretches of bytes, written one after the other, then read by place; closing it deletes it. */
public final class BytesFile implements Closeable {
    private final Path file;
    private final DataOutputStream out;
    private final FileChannel channel;
    private long length;
    private boolean flushed;

    /** @param file in a folder that is there */
    public BytesFile(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        this.channel = FileChannel.open(file);
    }

    /** Writes a stretch and returns its place. */
    public long append(byte[] bytes) throws IOException {
        long place = length;
        out.writeInt(bytes.length);
        out.write(bytes);
        length += Integer.BYTES + (long) bytes.length;
        flushed = false;
        return place;
    }

    /** The stretch at a place that {@link #append} returned. */
    public byte[] read(long place) throws IOException {
        if (!flushed) {
            out.flush();
            flushed = true;
        }
        byte[] bytes = new byte[fill(Integer.BYTES, place).getInt()];
        fill(bytes.length, place + Integer.BYTES).get(bytes);
        return bytes;
    }

    private ByteBuffer fill(int bytes, long place) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(bytes);
        while (read.hasRemaining() && channel.read(read, place + read.position()) > 0) {
            // a read may give less than was asked for
        }
        if (read.hasRemaining()) {
            throw new EOFException(file + " has no " + bytes + " bytes at " + place);
        }
        return read.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        out.close();
        Files.deleteIfExists(file);
    }
}
