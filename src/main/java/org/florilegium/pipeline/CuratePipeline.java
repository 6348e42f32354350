package org.florilegium.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.commons.codec.digest.DigestUtils;
import org.florilegium.curate.AuditTally;
import org.florilegium.curate.CurateSolver;
import org.florilegium.curate.CurationPlan;
import org.florilegium.curate.Excise;
import org.florilegium.curate.NonNegotiables;
import org.florilegium.curate.Profile;
import org.florilegium.curate.ProfileReader;
import org.florilegium.document.DocumentId;
import org.florilegium.inspect.Statistics;
import org.florilegium.sink.Accounting;
import org.florilegium.sink.Json;
import org.florilegium.sink.ReleaseManifest;
import org.florilegium.sink.Reservoir;
import org.florilegium.sink.ShardCuts;
import org.florilegium.sink.ShardEntry;
import org.florilegium.sink.ShardSplits;
import org.florilegium.sink.WriteRelease;
import org.florilegium.tag.tradition.Tradition;

/**
 * CURATE: cluster, solve and cut on narrow columns, then one Beam job that draws and writes whole rows, then statistics,
 * audit and, last of all, the manifest. The release has its final name only when it is whole.
 */
public final class CuratePipeline {
    private static final String SORTING = "sorting"; // folder of what is sorted on disk

    private final Stages stages;
    private final Engine engine;

    public CuratePipeline(Stages stages, Engine engine) {
        this.stages = stages;
        this.engine = engine;
    }

    /**
     * Makes {@code output/release} and {@code output/accounting.json} from {@code output/reservoir}.
     *
     * @throws IllegalArgumentException when a profile is faulty, naming file, field and value
     * @throws IOException when a folder cannot be read or written
     */
    public ReleaseManifest run(Path output) throws IOException {
        List<Profile> profiles = profiles();
        Path growing = output.resolve(".release.tmp");
        FolderDeletion.delete(growing);
        Files.createDirectories(growing.resolve("shards"));
        Path sorting = growing.resolve(SORTING);
        ReleaseManifest manifest;
        try (ReservoirScan scan = ReservoirScan.open(new Reservoir(output.resolve("reservoir")), sorting);
                ReleasePlanner planner = new ReleasePlanner(scan, stages.spec().dedup(), sorting)) {
            manifest = release(output, growing, profiles, scan, planner);
        }
        Files.move(growing, output.resolve("release"), StandardCopyOption.ATOMIC_MOVE);
        return manifest;
    }

    private ReleaseManifest release(
            Path output, Path growing, List<Profile> profiles, ReservoirScan scan, ReleasePlanner planner)
            throws IOException {
        Reservoir reservoir = new Reservoir(output.resolve("reservoir"));
        CurationPlan plan;
        ReleaseFooter footer;
        Statistics figures = new Statistics();
        try (ContentDigest digest = new ContentDigest(growing.resolve(SORTING))) {
            plan = planner.solve(solver(profiles, planner), digest, figures);
            footer = new ReleaseFooter(stages, releaseDigest(profiles), digest.hex());
        }
        AuditTally audit = plan.tally();
        Accounting accounting;
        long released;
        try (LeftOut left = new LeftOut(growing.resolve(SORTING))) {
            left.countReservoir(reservoir, audit::addExclusion);
            ShardSplits splits = new ShardSplits();
            released = planner.writePlans(plan, splits, growing.resolve("plan"), audit, left);
            writeShards(scan, growing, splits.cut(stages.spec().shardBytes()), footer);
            left.write(growing.resolve("exclusions.parquet"), footer.entries());
            accounting = left.accounting(released);
        }
        Json.write(growing.resolve("audit.json"), audit.audit());
        Json.write(growing.resolve("weights.json"), plan.weights());
        Json.write(
                growing.resolve("stats.json"),
                Statistics.figures(figures, Statistics.of(Folders.files(growing.resolve("shards")))));
        ReleaseManifest manifest = manifest(growing, footer, profiles, released);
        FolderDeletion.delete(growing.resolve("plan"));
        FolderDeletion.delete(growing.resolve("entries"));
        FolderDeletion.delete(growing.resolve(SORTING));
        Json.write(growing.resolve("manifest.json"), manifest);
        Json.write(output.resolve("accounting.json"), accounting);
        return manifest;
    }

    /** Digest of all that can change a row of the release. */
    public String releaseDigest() {
        return releaseDigest(profiles());
    }

    private String releaseDigest(List<Profile> profiles) {
        return DocumentId.sha256Hex(String.join(
                "\n",
                stages.ingestDigest(),
                stages.spec().seed(),
                String.valueOf(stages.spec().dedup().threshold()),
                stages.spec().dedup().paragraphs().policy().word(),
                stages.spec().dedup().lines().policy().word(),
                stages.spec().curate().toString().replaceAll("profiles=\\[[^]]*\\]", ""),
                profiles.toString(),
                reviewed().stream().sorted().collect(Collectors.joining(",")),
                String.valueOf(stages.spec().shardBytes())));
    }

    private List<Profile> profiles() {
        if (stages.spec().curate().profiles().isEmpty()) {
            return List.of(Profile.everything());
        }
        return stages.spec().curate().profiles().stream()
                .map(path -> ProfileReader.read(Path.of(path)).withRulesFor(stages.labels(), stages.calibrated()))
                .toList();
    }

    private Set<String> reviewed() {
        return stages.traditions().leaves().stream()
                .filter(Tradition::isReviewed)
                .map(Tradition::name)
                .collect(Collectors.toSet());
    }

    private CurateSolver solver(List<Profile> profiles, ReleasePlanner planner) {
        return new CurateSolver(
                stages.spec().curate(),
                profiles,
                stages.labels(),
                reviewed(),
                NonNegotiables.DEFAULT,
                planner::isKeeper,
                stages.spec().seed());
    }

    private void writeShards(ReservoirScan scan, Path growing, ShardCuts cuts, ReleaseFooter footer)
            throws IOException {
        List<KV<String, String>> planned = new ArrayList<>();
        for (int file = 0; file < scan.files().size(); file++) {
            Path rows = PlanFiles.of(growing.resolve("plan"), file);
            if (Files.exists(rows)) {
                planned.add(KV.of(scan.files().get(file).toString(), rows.toString()));
            }
        }
        if (planned.isEmpty()) {
            return;
        }
        Pipeline pipeline = engine.batch("curate");
        pipeline.apply(
                        "ListPlans",
                        Create.of(planned).withCoder(KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of())))
                .apply("SpreadFiles", Reshuffle.viaRandomKey())
                .apply(
                        "WriteRelease",
                        new WriteRelease(new WriteRelease.Spec(
                                growing.toString(), stages.labels(), cuts, footer.entries(), Excise::from)));
        engine.run(pipeline);
    }

    private ReleaseManifest manifest(Path growing, ReleaseFooter footer, List<Profile> profiles, long released)
            throws IOException {
        List<ShardEntry> shards = new ArrayList<>();
        for (Path entry : Folders.files(growing.resolve("entries"))) {
            shards.add(Json.read(entry, ShardEntry.class));
        }
        Map<String, String> files = new TreeMap<>();
        for (String name : List.of("audit.json", "exclusions.parquet", "stats.json", "weights.json")) {
            files.put(name, DigestUtils.sha256Hex(Files.readAllBytes(growing.resolve(name))));
        }
        Map<String, String> digests = new TreeMap<>();
        profiles.forEach(profile -> digests.put(profile.name(), DocumentId.sha256Hex(profile.toString())));
        return new ReleaseManifest(
                        ReleaseManifest.FORMAT,
                        footer.contentDigest(),
                        footer.releaseDigest(),
                        stages.spec().seed(),
                        stages.labels(),
                        stages.modelDigests(),
                        digests,
                        shards.stream().mapToLong(ShardEntry::rows).sum(),
                        released,
                        shards.stream().mapToLong(ShardEntry::copies).sum(),
                        shards.stream().mapToLong(ShardEntry::tokens).sum(),
                        shards,
                        files,
                        "")
                .sealed();
    }
}
