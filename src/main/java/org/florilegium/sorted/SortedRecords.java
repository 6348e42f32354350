package org.florilegium.sorted;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts records of a few numbers each with a bounded amount of memory: what does not fit into one buffer is sorted, written
 * to a file of its own, and merged when it is read.
 *
 * <p>Records are compared as signed numbers from the first to the last; of equal records one is read.
 */
public final class SortedRecords implements Closeable {
    private static final int BUFFERED_NUMBERS = 3 << 20; // 24 MB
    private static final int FILES_MERGED_AT_ONCE = 128;

    /** Takes records in their order; {@code numbers} is changed after the call. */
    @FunctionalInterface
    public interface Sink {
        void take(long[] numbers) throws IOException;
    }

    private final Path folder;
    private final String name;
    private final int width;
    private final int buffered;
    private final List<Path> files = new ArrayList<>();
    private long[] buffer;
    private int held;
    private int made;

    /**
     * @param folder that is there, for temporary files
     * @param name of these among other files of the folder
     * @param width numbers in a record, 1 or more
     */
    public SortedRecords(Path folder, String name, int width) {
        this(folder, name, width, BUFFERED_NUMBERS / width);
    }

    /** @param buffered records that are held in memory, 1 or more */
    SortedRecords(Path folder, String name, int width, int buffered) {
        this.folder = folder;
        this.name = name;
        this.width = width;
        this.buffered = buffered;
        this.buffer = new long[Math.min(buffered, 1024) * width];
    }

    /** Adds a record; {@code numbers} may be changed afterwards. */
    public void add(long... numbers) throws IOException {
        if (held == buffered) {
            spill();
        }
        if ((held + 1) * width > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(buffered * width, buffer.length * 2));
        }
        System.arraycopy(numbers, 0, buffer, held++ * width, width);
    }

    /** Hands all records to {@code sink}, each once; nothing may be added afterwards. */
    public void read(Sink sink) throws IOException {
        if (files.isEmpty()) {
            new RecordOrder(buffer, width, held).forEach(sink);
            return;
        }
        spill();
        buffer = new long[0];
        merge(sink);
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private void spill() throws IOException {
        if (files.size() == FILES_MERGED_AT_ONCE) {
            Path merged = next();
            try (RecordFile.Writer writer = new RecordFile.Writer(merged)) {
                merge(writer::write);
            }
            close();
            files.clear();
            files.add(merged);
        }
        Path file = next();
        files.add(file);
        try (RecordFile.Writer writer = new RecordFile.Writer(file)) {
            new RecordOrder(buffer, width, held).forEach(writer::write);
        }
        held = 0;
    }

    private Path next() {
        return folder.resolve(name + "." + made++ + ".sorted");
    }

    private void merge(Sink sink) throws IOException {
        PriorityQueue<RecordFile.Reader> open = new PriorityQueue<>();
        try {
            for (Path file : files) {
                RecordFile.Reader reader = new RecordFile.Reader(file, width);
                if (reader.advance()) {
                    open.add(reader);
                } else {
                    reader.close();
                }
            }
            merge(open, sink);
        } finally {
            for (RecordFile.Reader reader : open) {
                reader.close();
            }
        }
    }

    private void merge(PriorityQueue<RecordFile.Reader> open, Sink sink) throws IOException {
        long[] last = new long[width];
        boolean first = true;
        for (RecordFile.Reader reader = open.poll(); reader != null; reader = open.poll()) {
            if (first || !Arrays.equals(last, reader.numbers())) {
                System.arraycopy(reader.numbers(), 0, last, 0, width);
                first = false;
                sink.take(reader.numbers());
            }
            if (reader.advance()) {
                open.add(reader);
            } else {
                reader.close();
            }
        }
    }
}
