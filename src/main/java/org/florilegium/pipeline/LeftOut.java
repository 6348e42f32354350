package org.florilegium.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.DocumentKey;
import org.florilegium.document.Exclusion;
import org.florilegium.flow.Sighting;
import org.florilegium.flow.SightingCoder;
import org.florilegium.parquet.RowReader;
import org.florilegium.parquet.RowWriter;
import org.florilegium.row.ExclusionRows;
import org.florilegium.sink.Accounting;
import org.florilegium.sink.Reservoir;
import org.florilegium.sink.ReservoirFile;
import org.florilegium.sorted.BytesFile;
import org.florilegium.sorted.SortedRecords;

/** Collects what CURATE leaves out, on disk, and counts what INGEST left out before it. */
final class LeftOut implements Closeable {
    private static final Set<String> BEFORE_DEDUP =
            Set.of("source", "extract", "normalize", "identify", "filter", "redact");

    private static final List<String> COUNTED =
            List.of("kind", "stage", "reason", "document_id", "language", "origins");

    /** What left a document out after dedup, by its number. */
    private record Cause(Exclusion.Kind kind, String stage, String reason) {}

    private final Accounting.Counter counter = new Accounting.Counter(Stages.NAMES);
    private final SightingCoder coder = new SightingCoder();
    private final Path temp;
    private final SortedRecords order;
    private final BytesFile exclusions;

    /** @param temp folder for temporary files; it is made where it is not there */
    LeftOut(Path temp) throws IOException {
        this.temp = Files.createDirectories(temp);
        this.order = new SortedRecords(temp, "left_out", 3);
        this.exclusions = new BytesFile(temp.resolve("exclusions"));
    }

    /** The accounting of a reservoir that nothing was chosen from yet. */
    static Accounting accountingOf(Reservoir reservoir, Path temp) throws IOException {
        try (LeftOut left = new LeftOut(temp);
                ReservoirScan scan = ReservoirScan.open(reservoir, temp)) {
            left.countReservoir(reservoir, (language, reason) -> {});
            long[] documents = {0};
            scan.read(List.of("document_id", "part", "origins"), row -> {
                if (row.isFirstPart()) {
                    documents[0]++;
                    left.countExactDuplicates(row.origins().size() - 1);
                }
            });
            return left.accounting(documents[0]);
        }
    }

    /** Counts what the reservoir says was left out on the way into it, for accounting and audit. */
    void countReservoir(Reservoir reservoir, BiConsumer<String, String> audit) throws IOException {
        List<Cause> causes = new ArrayList<>();
        try (SortedRecords late = new SortedRecords(temp, "late", 5)) {
            long[] number = {0};
            for (ReservoirFile file : reservoir.files("exclusions")) {
                try (RowReader reader = RowReader.open(reservoir.folder().resolve(file.path()), COUNTED)) {
                    for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                        Exclusion exclusion = ExclusionRows.toExclusion(row);
                        count(exclusion, late, causes, number[0]++);
                        if (exclusion.kind() == Exclusion.Kind.DROPPED
                                && !exclusion.stage().equals("source")) {
                            audit.accept(exclusion.language(), exclusion.reason());
                        }
                    }
                }
            }
            countLate(late, causes);
        }
    }

    private void count(Exclusion exclusion, SortedRecords late, List<Cause> causes, long number) throws IOException {
        int sightings = exclusion.origins().size();
        if (BEFORE_DEDUP.contains(exclusion.stage())) {
            counter.add(exclusion.kind(), exclusion.stage(), exclusion.reason(), sightings);
            return;
        }
        Cause cause = new Cause(exclusion.kind(), exclusion.stage(), exclusion.reason());
        if (!causes.contains(cause)) {
            causes.add(cause);
        }
        DocumentKey key = DocumentKey.of(exclusion.documentId());
        late.add(key.high(), key.low(), number, causes.indexOf(cause), sightings);
    }

    /** A document that several commits left out after dedup is one, and its further sightings are exact duplicates. */
    private void countLate(SortedRecords late, List<Cause> causes) throws IOException {
        long[] before = new long[2];
        boolean[] any = {false};
        late.read(record -> {
            boolean known = any[0] && record[0] == before[0] && record[1] == before[1];
            if (!known) {
                Cause cause = causes.get((int) record[3]);
                counter.add(cause.kind(), cause.stage(), cause.reason(), 1);
            }
            countExactDuplicates((int) record[4] - (known ? 0 : 1));
            before[0] = record[0];
            before[1] = record[1];
            any[0] = true;
        });
    }

    /** Counts further sightings of documents that are there once. */
    void countExactDuplicates(int sightings) {
        counter.add(Exclusion.Kind.DROPPED, "dedup", "exact_duplicate", sightings);
    }

    /** Notes a document that CURATE leaves out. */
    void add(Exclusion exclusion) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        coder.encode(new Sighting.Excluded(exclusion), bytes);
        DocumentKey key = DocumentKey.of(exclusion.documentId());
        order.add(key.high() ^ Long.MIN_VALUE, key.low() ^ Long.MIN_VALUE, exclusions.append(bytes.toByteArray()));
        counter.add(exclusion.kind(), exclusion.stage(), exclusion.reason(), 1);
    }

    /** The accounting of the whole run, {@code released} documents having come to its end. */
    Accounting accounting(long released) {
        return counter.close(released);
    }

    /** Writes what CURATE left out, sorted by document. */
    void write(Path file, Map<String, String> footer) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try (RowWriter writer = new RowWriter(temporary, ExclusionRows.schema(), footer)) {
            order.read(record -> {
                ByteArrayInputStream bytes = new ByteArrayInputStream(exclusions.read(record[2]));
                writer.write(ExclusionRows.toRecord(((Sighting.Excluded) coder.decode(bytes)).exclusion()));
            });
            writer.finish().moveTo(file);
        }
    }

    @Override
    public void close() throws IOException {
        order.close();
        exclusions.close();
    }
}
