package org.florilegium.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Exclusion;
import org.florilegium.parquet.RowReader;
import org.florilegium.parquet.RowWriter;
import org.florilegium.row.ExclusionRows;
import org.florilegium.sink.Accounting;
import org.florilegium.sink.Reservoir;
import org.florilegium.sink.ReservoirFile;

/** Collects what CURATE leaves out, and counts what INGEST left out before it. */
final class LeftOut {
    private static final Set<String> BEFORE_DEDUP =
            Set.of("source", "extract", "normalize", "identify", "filter", "redact");

    private final Accounting.Counter counter = new Accounting.Counter(Stages.NAMES);
    private final List<Exclusion> exclusions = new ArrayList<>();

    /** The accounting of a reservoir that nothing was chosen from yet. */
    static Accounting accountingOf(Reservoir reservoir) throws IOException {
        LeftOut left = new LeftOut();
        left.countReservoir(reservoir, (language, reason) -> {});
        ReservoirScan scan = ReservoirScan.open(reservoir);
        long[] documents = {0};
        scan.read(List.of("document_id", "part", "origins"), row -> {
            if (row.stands() && (Integer) row.columns().get("part") == 0) {
                documents[0]++;
                left.countExactDuplicates(scan.origins(row).size() - 1);
            }
        });
        return left.close(documents[0]);
    }

    /** Counts what the reservoir says was left out on the way into it, for accounting and audit. */
    void countReservoir(Reservoir reservoir, BiConsumer<String, String> audit) throws IOException {
        Set<String> known = new HashSet<>();
        for (ReservoirFile file : reservoir.files("exclusions")) {
            try (RowReader reader = RowReader.open(reservoir.folder().resolve(file.path()))) {
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    count(ExclusionRows.toExclusion(row), known, audit);
                }
            }
        }
    }

    private void count(Exclusion exclusion, Set<String> known, BiConsumer<String, String> audit) {
        int sightings = exclusion.origins().size();
        if (BEFORE_DEDUP.contains(exclusion.stage())) {
            counter.add(exclusion.kind(), exclusion.stage(), exclusion.reason(), sightings);
        } else if (known.add(exclusion.documentId())) {
            counter.add(exclusion.kind(), exclusion.stage(), exclusion.reason(), 1);
            countExactDuplicates(sightings - 1);
        } else {
            countExactDuplicates(sightings);
        }
        if (exclusion.kind() == Exclusion.Kind.DROPPED && !exclusion.stage().equals("source")) {
            audit.accept(exclusion.language(), exclusion.reason());
        }
    }

    /** Counts further sightings of documents that are there once. */
    void countExactDuplicates(int sightings) {
        counter.add(Exclusion.Kind.DROPPED, "dedup", "exact_duplicate", sightings);
    }

    /** Notes a document that CURATE leaves out. */
    void add(Exclusion exclusion) {
        exclusions.add(exclusion);
        counter.add(exclusion.kind(), exclusion.stage(), exclusion.reason(), 1);
    }

    /** The accounting of the whole run, {@code released} documents having come to its end. */
    Accounting close(long released) {
        return counter.close(released);
    }

    /** Writes what CURATE left out, sorted by document. */
    void write(Path file, Map<String, String> footer) throws IOException {
        exclusions.sort(Comparator.comparing(Exclusion::documentId));
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try (RowWriter writer = new RowWriter(temporary, ExclusionRows.schema(), footer)) {
            for (Exclusion exclusion : exclusions) {
                writer.write(ExclusionRows.toRecord(exclusion));
            }
            writer.finish().moveTo(file);
        }
    }
}
