package org.florilegium.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a stream into lines at line feeds, keeping no line longer than a limit in memory. */
final class LineReader {

    /**
     * One line.
     *
     * @param number from 1
     * @param bytes without the line feed; cut short when {@code tooLong}
     */
    record Line(long number, byte[] bytes, boolean tooLong) {}

    private final InputStream in;
    private final int mostBytes;
    private final byte[] chunk = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int end;
    private long number;

    LineReader(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /** Lines handed out so far. */
    long count() {
        return number;
    }

    /** The next line; empty at the end. What is behind the last line feed is a line unless it is empty. */
    Optional<Line> next() throws IOException {
        line.reset();
        boolean tooLong = false;
        boolean any = false;
        while (position < end || fill()) {
            any = true;
            int stop = position;
            while (stop < end && chunk[stop] != '\n') {
                stop++;
            }
            int room = Math.min(stop - position, mostBytes - line.size());
            line.write(chunk, position, room);
            tooLong |= room < stop - position;
            position = Math.min(stop + 1, end);
            if (stop < end) {
                return Optional.of(new Line(++number, line.toByteArray(), tooLong));
            }
        }
        return any ? Optional.of(new Line(++number, line.toByteArray(), tooLong)) : Optional.empty();
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, in.read(chunk, 0, chunk.length));
        return end > 0;
    }
}
