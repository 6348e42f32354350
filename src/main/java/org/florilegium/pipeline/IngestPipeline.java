package org.florilegium.pipeline;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.florilegium.dedup.MarkDuplicates;
import org.florilegium.dedup.ReadKnown;
import org.florilegium.flow.PrepareDocuments;
import org.florilegium.flow.RunSteps;
import org.florilegium.flow.Sighting;
import org.florilegium.flow.SightingCoder;
import org.florilegium.sink.Reservoir;
import org.florilegium.sink.WriteReservoir;
import org.florilegium.source.MessageReader;
import org.florilegium.source.ReadFiles;
import org.florilegium.source.ReadKafka;
import org.florilegium.source.SourceFile;
import org.florilegium.tag.TagSpec;
import org.joda.time.Duration;

/** Joins the stages of INGEST in order: sources, the steps before dedup, dedup, the steps after it, reservoir. */
public final class IngestPipeline {
    private static final int BATCH_BUCKETS = 16;
    private static final int STREAM_BUCKETS = 2;

    private final Stages stages;

    public IngestPipeline(Stages stages) {
        this.stages = stages;
    }

    /**
     * Reads {@code files} and writes them into {@code reservoir} with one commit. What the reservoir holds already is known by
     * ids, origins and bands.
     *
     * @param input digest of the list of files
     * @param largeBundles whether the engine hands a worker all its documents as one bundle
     */
    public void readFiles(
            Pipeline pipeline, List<SourceFile> files, String input, Reservoir reservoir, boolean largeBundles)
            throws IOException {
        PCollection<KV<String, Sighting>> prepared = pipeline.apply("ReadFiles", new ReadFiles(files))
                .apply(
                        "PrepareDocuments",
                        new PrepareDocuments<>(
                                ReadFiles.members(stages.spec().sources()),
                                stages.extractor(),
                                stages.beforeDedup(),
                                coder()));
        List<String> known = reservoir.files("documents").stream()
                .map(file -> reservoir.folder().resolve(file.path()).toString())
                .toList();
        if (!known.isEmpty()) {
            prepared = PCollectionList.of(prepared)
                    .and(pipeline.apply("ReadKnown", new ReadKnown(known, coder())))
                    .apply("JoinKnown", Flatten.pCollections());
        }
        WriteReservoir.Spec write = new WriteReservoir.Spec(
                reservoir.folder().toString(),
                stages.ingestDigest(),
                input,
                stages.labels(),
                (largeBundles ? 0 : BATCH_BUCKETS),
                false);
        tagAndWrite(prepared, write);
    }

    /** Reads a topic and writes it into {@code reservoir} with one commit for each window. */
    public void readTopic(Pipeline pipeline, ReadKafka.Spec topic, String reservoir) {
        PCollection<KV<String, Sighting>> prepared = pipeline.apply("ReadTopic", new ReadKafka(topic))
                .apply(
                        "PrepareDocuments",
                        new PrepareDocuments<>(
                                new MessageReader(stages.spec().sources().get(0)),
                                stages.extractor(),
                                stages.beforeDedup(),
                                coder()))
                .apply(
                        "CutWindows",
                        Window.into(FixedWindows.of(
                                Duration.standardSeconds(stages.spec().stream().windowSeconds()))));
        tagAndWrite(
                prepared,
                new WriteReservoir.Spec(reservoir, stages.ingestDigest(), "", stages.labels(), STREAM_BUCKETS, true));
    }

    private void tagAndWrite(PCollection<KV<String, Sighting>> prepared, WriteReservoir.Spec write) {
        prepared.apply("MarkDuplicates", new MarkDuplicates(coder(), findsTwins()))
                .apply("SegmentAndTag", new RunSteps(stages.afterDedup()))
                .apply("WriteReservoir", new WriteReservoir(write));
    }

    private SightingCoder coder() {
        return new SightingCoder();
    }

    /** Whether a lower twin is worth finding: it only saves tagging, and a band in common has to be enough for one. */
    private boolean findsTwins() {
        return !stages.spec().dedup().isVerified() && stages.spec().tag().mode() != TagSpec.Mode.NONE;
    }
}
