package org.florilegium.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.florilegium.curate.AuditTally;
import org.florilegium.curate.Choice;
import org.florilegium.curate.CurateSolver;
import org.florilegium.curate.CurationPlan;
import org.florilegium.curate.Features;
import org.florilegium.dedup.ClusterDuplicates;
import org.florilegium.dedup.DedupSpec;
import org.florilegium.dedup.DuplicateClusters;
import org.florilegium.document.Document;
import org.florilegium.document.Hygiene;
import org.florilegium.row.RowDocuments;
import org.florilegium.row.Selection;
import org.florilegium.sink.PlannedRow;
import org.florilegium.sink.ShardOrder;
import org.florilegium.sink.ShardSplits;

/**
 * Decides what of a reservoir goes into a release: clusters, solves, cuts shards and writes a row plan beside each data
 * file. Every pass reads narrow columns only; what is kept in memory is a few bytes a row.
 */
final class ReleasePlanner implements Closeable {
    private static final List<String> BANDS = List.of("document_id", "part", "bands", "sketch");
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

    /** What a choice and a shard follow from: all but what only the digest and the exclusions tell. */
    private static final List<String> CHOICE = List.of(
            "document_id",
            "part",
            "text_bytes",
            "language",
            "tokens",
            "source",
            "origins",
            "scores",
            "passages",
            "traditions",
            "regions",
            "voice",
            "rules.flags");

    /** Where a repeated document goes, so that its other sightings can bring their origins there. */
    private record Place(int shard, PlannedRow planned) {}

    private final ReservoirScan scan;
    private final DuplicateClusters clusters;
    private final Map<String, Place> repeatedPlaces = new HashMap<>();

    /** @param temp folder for what clustering sorts on disk, empty again when this is closed */
    ReleasePlanner(ReservoirScan scan, DedupSpec spec, Path temp) throws IOException {
        this.scan = scan;
        this.clusters = cluster(scan, spec, temp);
    }

    @Override
    public void close() throws IOException {
        clusters.close();
    }

    /** Reads every document once for the solver and for the content digest. */
    CurationPlan solve(CurateSolver solver, ContentDigest digest) throws IOException {
        scan.read(NARROW, row -> {
            if (row.stands()) {
                Document document = document(row);
                digest.add(document, isKeeper(document.documentId()));
                if (isKeeper(document.documentId())) {
                    solver.add(Features.of(document));
                }
            }
        });
        return solver.solve();
    }

    boolean isKeeper(String documentId) {
        return clusters.keeperOf(documentId).equals(documentId);
    }

    /** Cuts the shards of a solved release. */
    ShardSplits cutShards(CurationPlan plan, long shardBytes) throws IOException {
        ShardSplits splits = new ShardSplits();
        scan.read(CHOICE, row -> {
            if (row.stands() && isKeeper(row.documentId())) {
                Document document = document(row);
                if (plan.choose(Features.of(document)).released()) {
                    splits.add(
                            ShardOrder.tradition(row.columns()),
                            document.content().language(),
                            document.documentId(),
                            (Integer) row.columns().get("text_bytes"));
                }
            }
        });
        splits.cut(shardBytes);
        return splits;
    }

    /**
     * Writes the row plan of each data file into {@code folder} and notes every document that stays out.
     *
     * @return how many documents are released
     */
    long writePlans(CurationPlan plan, ShardSplits splits, Path folder, AuditTally audit, LeftOut left)
            throws IOException {
        long[] released = {0};
        PlanFiles files = new PlanFiles(folder);
        DocumentOutcome current = new DocumentOutcome(left);
        scan.read(NARROW, row -> {
            if (!row.stands()) {
                return;
            }
            Document document = document(row);
            released[0] += current.beginPart(document);
            if (document.part() == 0) {
                left.countExactDuplicates(document.provenance().otherOrigins().size());
            }
            String keeper = clusters.keeperOf(document.documentId());
            if (!keeper.equals(document.documentId())) {
                current.nearDuplicate(keeper);
                audit.addExclusion(document.content().language(), "near_duplicate");
                return;
            }
            Features features = Features.of(document);
            Choice choice = plan.choose(features);
            audit.add(features, choice);
            current.chosen(choice);
            if (choice.released()) {
                PlannedRow planned = planned(row, document, choice, splits);
                files.write(row.file(), planned);
                if (scan.isRepeated(document.documentId())) {
                    repeatedPlaces.put(document.id(), new Place(planned.shard(), planned));
                }
            }
        });
        released[0] += current.end();
        files.close();
        return released[0];
    }

    private PlannedRow planned(ReservoirScan.Row row, Document document, Choice choice, ShardSplits splits) {
        int shard = splits.shardOf(
                ShardOrder.tradition(row.columns()), document.content().language(), document.documentId());
        return new PlannedRow(
                row.row(),
                shard,
                true,
                clusters.keeperOf(document.documentId()),
                clusters.sizeOf(document.documentId()),
                choice.decision().excised(),
                new Selection(
                        String.join(",", choice.profiles()),
                        choice.chargedTo(),
                        choice.copies(),
                        choice.intensity(),
                        choice.unit(),
                        choice.weightsVersion()));
    }

    /** Writes plans for further sightings of released documents, which only bring their origins. */
    void writeOriginPlans(Path folder) throws IOException {
        if (repeatedPlaces.isEmpty()) {
            return;
        }
        PlanFiles files = new PlanFiles(folder);
        scan.read(List.of("document_id", "part"), row -> {
            Place place =
                    repeatedPlaces.get(row.documentId() + "/" + row.columns().get("part"));
            if (!row.stands() && place != null) {
                PlannedRow first = place.planned();
                files.write(
                        row.file(),
                        new PlannedRow(
                                row.row(),
                                place.shard(),
                                false,
                                first.clusterId(),
                                first.clusterSize(),
                                List.of(),
                                first.selection()));
            }
        });
        files.close();
    }

    private Document document(ReservoirScan.Row row) {
        Document document = RowDocuments.toDocument(row.columns());
        return scan.isRepeated(document.documentId())
                ? document.withProvenance(document.provenance().withOtherOrigins(scan.origins(row)))
                : document;
    }

    private static DuplicateClusters cluster(ReservoirScan scan, DedupSpec spec, Path temp) throws IOException {
        try (ClusterDuplicates joining = new ClusterDuplicates(temp, spec)) {
            scan.read(BANDS, row -> {
                if (first(row)) {
                    Hygiene hygiene = RowDocuments.toDocument(row.columns()).hygiene();
                    joining.add(
                            row.documentId(),
                            hygiene.bands().stream().mapToLong(Long::longValue).toArray(),
                            hygiene.sketch().stream()
                                    .mapToInt(Integer::intValue)
                                    .toArray());
                }
            });
            return joining.finish();
        }
    }

    private static boolean first(ReservoirScan.Row row) {
        return row.stands() && (Integer) row.columns().get("part") == 0;
    }
}
