package org.florilegium.dedup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.florilegium.document.DocumentKey;
import org.florilegium.sorted.RecordFile;
import org.florilegium.sorted.SortedRecords;

/**
 * Finds units of text (paragraphs, or lines) that stand in several places: of each the one in the lowest document id, and in
 * that document the first, is the copy that stays.
 *
 * <p>Units are added in any order, and the outcome does not depend on it. They are sorted in temporary files, 40 bytes each,
 * with buffers of fixed size. Those with one hash stream past twice, once to be counted and once to be told the count, so that
 * one found in a million documents takes no more memory than one found in two.
 */
public final class RepeatedUnits implements Closeable {
    private static final int WIDTH = 5;
    private static final int DOCUMENT = 1; // first of the numbers that say where a unit stands
    private static final int NUMBER = 3;
    private static final int PLACE = 4;

    private final Path folder;
    private final String name;
    private final SortedRecords units;

    /**
     * @param folder for temporary files; it is made where it is not there
     * @param name of these units among others in the same folder
     */
    public RepeatedUnits(Path folder, String name) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.name = name;
        this.units = new SortedRecords(folder, name + ".units", WIDTH);
    }

    /**
     * Adds one unit.
     *
     * @param hash equal for equal units
     * @param documentId the document in which it stands
     * @param part part of that document
     * @param number of the unit in that part, in the order of the text
     * @param place of the part in the order in which parts are read later
     */
    public void add(long hash, String documentId, int part, int number, long place) throws IOException {
        DocumentKey key = DocumentKey.of(documentId);
        units.add(
                hash,
                ClusterDuplicates.signed(key.high()),
                ClusterDuplicates.signed(key.low()),
                ((long) part << Integer.SIZE) | number,
                place);
    }

    /** What was found, by place, in a file that its closing deletes; nothing may be added afterwards. */
    public UnitRepeats finish() throws IOException {
        Path ordered = folder.resolve(name + ".ordered");
        Path repeats = folder.resolve(name + ".repeats");
        try (RecordFile.Writer writer = new RecordFile.Writer(ordered)) {
            units.read(writer::write);
        }
        close();
        try (SortedRecords byPlace = new SortedRecords(folder, name + ".places", UnitRepeats.WIDTH)) {
            try (RecordFile.Reader ahead = new RecordFile.Reader(ordered, WIDTH);
                    RecordFile.Reader behind = new RecordFile.Reader(ordered, WIDTH)) {
                count(ahead, behind, byPlace);
            }
            Files.delete(ordered);
            try (RecordFile.Writer writer = new RecordFile.Writer(repeats)) {
                byPlace.read(writer::write);
            }
        }
        return new UnitRepeats(repeats);
    }

    @Override
    public void close() throws IOException {
        units.close();
    }

    private static void count(RecordFile.Reader ahead, RecordFile.Reader behind, SortedRecords byPlace)
            throws IOException {
        boolean more = ahead.advance();
        while (more) {
            long hash = ahead.numbers()[0];
            long occurrences = 0;
            long documents = 0;
            long high = 0;
            long low = 0;
            while (more && ahead.numbers()[0] == hash) {
                long[] unit = ahead.numbers();
                documents += occurrences == 0 || unit[DOCUMENT] != high || unit[DOCUMENT + 1] != low ? 1 : 0;
                high = unit[DOCUMENT];
                low = unit[DOCUMENT + 1];
                occurrences++;
                more = ahead.advance();
            }
            for (long copy = 0; copy < occurrences && behind.advance(); copy++) {
                if (occurrences > 1) {
                    long number = behind.numbers()[NUMBER] & 0xFFFF_FFFFL;
                    byPlace.add(behind.numbers()[PLACE], number, Math.min(copy, 1), occurrences, documents);
                }
            }
        }
    }
}
