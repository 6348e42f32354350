package org.florilegium.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.florilegium.curate.AuditTally;
import org.florilegium.curate.Choice;
import org.florilegium.curate.CurateSolver;
import org.florilegium.curate.CurationPlan;
import org.florilegium.curate.Features;
import org.florilegium.dedup.DedupSpec;
import org.florilegium.dedup.RepeatMarks;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.inspect.Statistics;
import org.florilegium.row.Excision;
import org.florilegium.row.Selection;
import org.florilegium.sink.PlannedRow;
import org.florilegium.sink.RowChange;
import org.florilegium.sink.ShardOrder;
import org.florilegium.sink.ShardSplits;

/**
 * Decides what of a reservoir goes into a release: clusters, finds what is repeated, solves, cuts shards and writes a row plan
 * beside each data file. Every pass reads narrow columns only; what is kept in memory is a few bytes a row.
 */
final class ReleasePlanner implements Closeable {
    private static final List<String> NARROW = List.of(
            "document_id",
            "part",
            "text_bytes",
            "title",
            "language",
            "language_probability",
            "script",
            "tokens",
            "source",
            "origins",
            "declared",
            "scores",
            "passages",
            "traditions",
            "regions",
            "voice",
            "rules",
            "redactions",
            "lineage");

    private final ReleaseScan scan;

    /** @param temp folder for what is sorted on disk, empty again when this is closed */
    ReleasePlanner(ReservoirScan reservoir, DedupSpec spec, Path temp) throws IOException {
        this.scan = new ReleaseScan(reservoir, spec, temp);
    }

    @Override
    public void close() throws IOException {
        scan.close();
    }

    /** Reads every document once for the solver, the content digest and the figures of the reservoir. */
    CurationPlan solve(CurateSolver solver, ContentDigest digest, Statistics figures) throws IOException {
        scan.read(NARROW, row -> {
            figures.add(row.row().columns());
            digest.add(row.document(), row.isKeeper());
            if (row.stays()) {
                solver.add(Features.of(row.marked().document()));
            }
        });
        return solver.solve();
    }

    boolean isKeeper(String documentId) {
        return scan.isKeeper(documentId);
    }

    /**
     * Writes the row plan of each data file into {@code folder}, tells {@code splits} of every row that is released, and
     * notes every document that stays out.
     *
     * @return how many documents are released
     */
    long writePlans(CurationPlan plan, ShardSplits splits, Path folder, AuditTally audit, LeftOut left)
            throws IOException {
        long[] released = {0};
        PlanFiles files = new PlanFiles(folder);
        DocumentOutcome current = new DocumentOutcome(left);
        scan.read(NARROW, row -> {
            Document document = row.marked().document();
            released[0] += current.beginPart(document);
            if (document.part() == 0) {
                left.countExactDuplicates(document.provenance().otherOrigins().size());
            }
            if (!row.isKeeper()) {
                current.nearDuplicate(row.keeper());
                audit.addExclusion(document.content().language(), "near_duplicate");
            } else if (row.marked().isEmptied()) {
                current.repeated();
                audit.addExclusion(document.content().language(), DocumentOutcome.REPEATED);
            } else {
                Features features = Features.of(document);
                Choice choice = plan.choose(features);
                audit.add(features, choice);
                current.chosen(choice);
                if (choice.released()) {
                    split(row, splits);
                    files.write(row.row().file(), planned(row, choice));
                }
            }
        });
        released[0] += current.end();
        files.close();
        return released[0];
    }

    private static void split(ReleaseScan.Row row, ShardSplits splits) {
        int bytes = (Integer) row.row().columns().get("text_bytes");
        splits.add(
                ShardOrder.tradition(row.row().columns()),
                row.document().content().language(),
                row.document().documentId(),
                (int) Math.ceil(bytes * row.marked().remaining()));
    }

    private PlannedRow planned(ReleaseScan.Row row, Choice choice) {
        RepeatMarks marked = row.marked();
        Document document = marked.document();
        List<Origin> others =
                row.row().sighting() == null ? List.of() : document.provenance().otherOrigins();
        return new PlannedRow(
                row.row().row(),
                row.keeper(),
                scan.clusters().sizeOf(document.documentId()),
                Excision.merged(marked.cut(), choice.decision().excised()),
                RowChange.of(row.document(), document, others),
                new Selection(
                        String.join(",", choice.profiles()),
                        choice.chargedTo(),
                        choice.copies(),
                        choice.intensity(),
                        choice.unit(),
                        choice.weightsVersion()));
    }
}
