package org.florilegium.dedup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.florilegium.sorted.RecordFile;

/** The repeated units of a corpus, in the order of the places where they stand; closing it deletes its file. */
public final class UnitRepeats implements Closeable {
    static final int WIDTH = 5;

    /**
     * One unit that stands in several places.
     *
     * @param number of the unit in its part
     * @param further whether a lower document, or the same one further up, has it as well; otherwise this is the copy that
     *     stays
     * @param occurrences how often it stands in the corpus, at most {@link Integer#MAX_VALUE}
     * @param documents in how many documents, at most {@link Integer#MAX_VALUE}
     */
    public record Repeat(int number, boolean further, int occurrences, int documents) {}

    private final Path file;

    UnitRepeats(Path file) {
        this.file = file;
    }

    /** Reads them from the first place on; any number may be open. */
    public Cursor open() throws IOException {
        return new Cursor(new RecordFile.Reader(file, WIDTH));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Goes forward through the places. */
    public static final class Cursor implements Closeable {
        private final RecordFile.Reader reader;
        private boolean more;

        Cursor(RecordFile.Reader reader) throws IOException {
            this.reader = reader;
            this.more = reader.advance();
        }

        /** The repeated units at a place, by their number; places have to be asked for in their order. */
        public List<Repeat> at(long place) throws IOException {
            List<Repeat> here = new ArrayList<>();
            while (more && reader.numbers()[0] <= place) {
                if (reader.numbers()[0] == place) {
                    here.add(repeat(reader.numbers()));
                }
                more = reader.advance();
            }
            return here;
        }

        private static Repeat repeat(long[] numbers) {
            return new Repeat((int) numbers[1], numbers[2] > 0, saturated(numbers[3]), saturated(numbers[4]));
        }

        private static int saturated(long count) {
            return (int) Math.min(count, Integer.MAX_VALUE);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
