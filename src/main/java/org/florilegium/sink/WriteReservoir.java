package org.florilegium.sink;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.florilegium.document.Exclusion;
import org.florilegium.flow.Sighting;
import org.florilegium.flow.SightingCoder;
import org.jspecify.annotations.Nullable;

/**
 * Writes sightings into data files of a reservoir and commits them: one manifest for a batch, one for each window of a
 * stream.
 */
public final class WriteReservoir extends PTransform<PCollection<Sighting>, PCollection<String>> {
    private static final long serialVersionUID = 1L;

    /**
     * @param folder root of the reservoir
     * @param pipelineDigest digest of what can change a row
     * @param input digest of the list of input files of a batch, empty for a stream
     * @param labels installed labels in their published order
     * @param buckets groups that are written in parallel; 0 where every worker writes what it has, which saves a shuffle of
     *     all texts and is for engines whose bundles are large
     * @param stream whether a commit has to wait until its input is stable, which batch engines do not offer
     */
    public record Spec(
            String folder, String pipelineDigest, String input, List<String> labels, int buckets, boolean stream)
            implements Serializable {
        public Spec {
            labels = List.copyOf(labels);
            if (buckets < 0 || (stream && buckets == 0)) {
                throw new IllegalArgumentException("buckets must be 0 or more, 1 or more for a stream, was " + buckets);
            }
        }
    }

    private final Spec spec;

    public WriteReservoir(Spec spec) {
        this.spec = spec;
    }

    @Override
    public PCollection<String> expand(PCollection<Sighting> sightings) {
        return files(sightings)
                .setCoder(KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of()))
                .apply("GroupByCommit", GroupByKey.create())
                .apply("Commit", ParDo.of(spec.stream() ? new StableCommitFn(spec) : new CommitFn(spec)))
                .setCoder(StringUtf8Coder.of());
    }

    private PCollection<KV<String, String>> files(PCollection<Sighting> sightings) {
        if (spec.buckets() == 0) {
            return sightings.apply("WriteDataFiles", ParDo.of(new WriteBundleFn(spec)));
        }
        return sightings
                .apply("AssignBuckets", ParDo.of(new BucketFn(spec.buckets())))
                .setCoder(KvCoder.of(VarIntCoder.of(), new SightingCoder()))
                .apply("GroupByBucket", GroupByKey.create())
                .apply("WriteDataFiles", ParDo.of(new WriteFn(spec)));
    }

    private static final class BucketFn extends DoFn<Sighting, KV<Integer, Sighting>> {
        private static final long serialVersionUID = 1L;

        private final int buckets;

        BucketFn(int buckets) {
            this.buckets = buckets;
        }

        @ProcessElement
        public void process(@Element Sighting sighting, OutputReceiver<KV<Integer, Sighting>> out) {
            out.output(KV.of(Math.floorMod(key(sighting).hashCode(), buckets), sighting));
        }

        private static String key(Sighting sighting) {
            if (sighting instanceof Sighting.Kept kept) {
                return kept.first().documentId();
            }
            if (sighting instanceof Sighting.Excluded excluded) {
                Exclusion exclusion = excluded.exclusion();
                return exclusion.documentId().isEmpty()
                        ? exclusion.origins().get(0).digest()
                        : exclusion.documentId();
            }
            throw new IllegalStateException("twins are merged before documents are written");
        }
    }

    private static final class WriteFn extends DoFn<KV<Integer, Iterable<Sighting>>, KV<String, String>> {
        private static final long serialVersionUID = 1L;

        private final Spec spec;

        WriteFn(Spec spec) {
            this.spec = spec;
        }

        @ProcessElement
        public void process(@Element KV<Integer, Iterable<Sighting>> bucket, OutputReceiver<KV<String, String>> out)
                throws IOException {
            try (ReservoirWriter writer =
                    new ReservoirWriter(Path.of(spec.folder()), spec.labels(), spec.pipelineDigest())) {
                for (Sighting sighting : bucket.getValue()) {
                    writer.write(sighting);
                }
                for (ReservoirFile file : writer.finish()) {
                    out.output(KV.of("", Json.line(file)));
                }
            }
        }
    }

    /** Writes the sightings of a bundle as they come, a new file whenever one is large enough. */
    private static final class WriteBundleFn extends DoFn<Sighting, KV<String, String>> {
        private static final long serialVersionUID = 1L;
        private static final long LARGEST_TEXT = 512L << 20;

        private final Spec spec;
        private transient @Nullable ReservoirWriter writer;

        WriteBundleFn(Spec spec) {
            this.spec = spec;
        }

        @ProcessElement
        public void process(@Element Sighting sighting, OutputReceiver<KV<String, String>> out) throws IOException {
            if (writer == null) {
                writer = new ReservoirWriter(Path.of(spec.folder()), spec.labels(), spec.pipelineDigest());
            }
            writer.write(sighting);
            if (writer.textBytes() >= LARGEST_TEXT) {
                for (String file : finish()) {
                    out.output(KV.of("", file));
                }
            }
        }

        @FinishBundle
        public void finishBundle(FinishBundleContext context) throws IOException {
            for (String file : finish()) {
                context.output(KV.of("", file), BoundedWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
            }
        }

        private List<String> finish() throws IOException {
            ReservoirWriter open = writer;
            writer = null;
            if (open == null) {
                return List.of();
            }
            try (open) {
                return open.finish().stream().map(Json::line).toList();
            }
        }

        @Teardown
        public void close() throws IOException {
            if (writer != null) {
                writer.close();
                writer = null;
            }
        }
    }

    /** Commits what was written; batch engines run it once, after all data files are in place. */
    private static class CommitFn extends DoFn<KV<String, Iterable<String>>, String> {
        private static final long serialVersionUID = 1L;

        private final Spec spec;

        CommitFn(Spec spec) {
            this.spec = spec;
        }

        @ProcessElement
        public void process(@Element KV<String, Iterable<String>> files, OutputReceiver<String> out)
                throws IOException {
            out.output(commit(files.getValue()));
        }

        String commit(Iterable<String> files) throws IOException {
            List<ReservoirFile> listed = new ArrayList<>();
            for (String file : files) {
                listed.add(Json.read(file, ReservoirFile.class, "data file of a commit"));
            }
            ReservoirManifest manifest = new ReservoirManifest(
                    ReservoirManifest.FORMAT, spec.pipelineDigest(), spec.input(), spec.labels(), listed);
            new Reservoir(Path.of(spec.folder())).commit(manifest);
            return Json.line(manifest);
        }
    }

    /** The same for streams: it runs only on input that a checkpoint holds, so a retry commits the same files. */
    private static final class StableCommitFn extends CommitFn {
        private static final long serialVersionUID = 1L;

        StableCommitFn(Spec spec) {
            super(spec);
        }

        @Override
        @RequiresStableInput
        @ProcessElement
        public void process(@Element KV<String, Iterable<String>> files, OutputReceiver<String> out)
                throws IOException {
            out.output(commit(files.getValue()));
        }
    }
}
