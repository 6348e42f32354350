package org.florilegium.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.florilegium.dedup.DedupSpec;
import org.florilegium.dedup.RepeatMarks;
import org.florilegium.dedup.RepeatedUnits;
import org.florilegium.dedup.UnitRepeats;
import org.florilegium.document.Document;
import org.florilegium.document.TextUnit;
import org.jspecify.annotations.Nullable;

/**
 * Paragraphs and lines that stand in several places, among the documents that stay for their clusters: paragraphs first, then
 * lines outside the paragraphs that are left out. It reads hashes, no texts.
 */
final class RepeatedText implements Closeable {
    private static final List<String> COLUMNS = List.of("document_id", "part", "source", "origins", "units");

    private final DedupSpec spec;
    private @Nullable UnitRepeats paragraphs;
    private @Nullable UnitRepeats lines;

    private RepeatedText(DedupSpec spec) {
        this.spec = spec;
    }

    /** @param temp folder for what is sorted on disk */
    static RepeatedText find(ReleaseScan scan, DedupSpec spec, Path temp) throws IOException {
        RepeatedText found = new RepeatedText(spec);
        if (spec.paragraphs().isOn()) {
            found.paragraphs = found.find(scan, TextUnit.Kind.PARAGRAPH, temp);
        }
        if (spec.lines().isOn()) {
            found.lines = found.find(scan, TextUnit.Kind.LINE, temp);
        }
        return found;
    }

    /** These columns with those that {@link Cursor#marked} needs. */
    static List<String> with(List<String> columns) {
        List<String> all = new ArrayList<>(columns);
        all.add("units");
        return all;
    }

    Cursor open() throws IOException {
        return new Cursor(spec, open(paragraphs), open(lines));
    }

    private UnitRepeats find(ReleaseScan scan, TextUnit.Kind kind, Path temp) throws IOException {
        try (RepeatedUnits units = new RepeatedUnits(temp, kind.word());
                UnitRepeats.@Nullable Cursor cuts = kind == TextUnit.Kind.LINE ? open(paragraphs) : null) {
            scan.readUnmarked(COLUMNS, row -> {
                if (row.isKeeper() && !ReleaseScan.isRefused(row.document())) {
                    add(units, kind, row, cuts);
                }
            });
            return units.finish();
        }
    }

    private void add(RepeatedUnits units, TextUnit.Kind kind, ReleaseScan.Row row, UnitRepeats.@Nullable Cursor cuts)
            throws IOException {
        Document document = row.document();
        long place = row.row().place();
        Set<Integer> cut = cuts == null
                ? Set.of()
                : RepeatMarks.linesCutWithParagraphs(document, spec.paragraphs(), cuts.at(place));
        int number = 0;
        for (TextUnit unit : document.hygiene().units().of(kind).toList()) {
            if (!cut.contains(number)) {
                units.add(unit.hash(), document.documentId(), document.part(), number, place);
            }
            number++;
        }
    }

    private static UnitRepeats.@Nullable Cursor open(@Nullable UnitRepeats repeats) throws IOException {
        return repeats == null ? null : repeats.open();
    }

    @Override
    public void close() throws IOException {
        for (UnitRepeats repeats : new UnitRepeats[] {paragraphs, lines}) {
            if (repeats != null) {
                repeats.close();
            }
        }
    }

    /** Marks the parts of a reservoir in the order in which they are read. */
    static final class Cursor implements Closeable {
        private final DedupSpec spec;
        private final UnitRepeats.@Nullable Cursor paragraphs;
        private final UnitRepeats.@Nullable Cursor lines;

        Cursor(DedupSpec spec, UnitRepeats.@Nullable Cursor paragraphs, UnitRepeats.@Nullable Cursor lines) {
            this.spec = spec;
            this.paragraphs = paragraphs;
            this.lines = lines;
        }

        /** @throws IllegalArgumentException when the reservoir was filled without a look at paragraphs and lines */
        RepeatMarks marked(ReleaseScan.Row row) throws IOException {
            Document document = row.document();
            if (document.hygiene().units().visible() == 0) {
                throw new IllegalArgumentException("dedup." + (spec.paragraphs().isOn() ? "paragraphs" : "lines")
                        + ".policy: the reservoir was filled without it, '" + document.id()
                        + "' has none listed; ingest again with this pipeline");
            }
            long place = row.row().place();
            return RepeatMarks.of(document, spec, at(paragraphs, place), at(lines, place));
        }

        private static List<UnitRepeats.Repeat> at(UnitRepeats.@Nullable Cursor cursor, long place) throws IOException {
            return cursor == null ? List.of() : cursor.at(place);
        }

        @Override
        public void close() throws IOException {
            for (UnitRepeats.Cursor cursor : new UnitRepeats.@Nullable Cursor[] {paragraphs, lines}) {
                if (cursor != null) {
                    cursor.close();
                }
            }
        }
    }
}
