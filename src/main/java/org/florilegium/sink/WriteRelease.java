package org.florilegium.sink;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.florilegium.document.Document;
import org.florilegium.flow.DocumentCodec;
import org.florilegium.parquet.RowReader;
import org.florilegium.row.ReleaseRow;
import org.florilegium.row.RowDocuments;
import org.florilegium.row.RowSchema;

/**
 * Reads the planned rows of each reservoir file, groups them by shard, and writes one Parquet file and one entry for each
 * shard. Input is data files with their row plans.
 */
public final class WriteRelease extends PTransform<PCollection<KV<String, String>>, PDone> {
    private static final long serialVersionUID = 1L;

    /**
     * @param folder where the release grows; it gets its final name when it is whole
     * @param labels installed labels in their published order
     * @param cuts where the order of the release is cut into shards
     * @param footer key-value metadata of each shard
     * @param editor leaves excised stretches out
     */
    public record Spec(String folder, List<String> labels, ShardCuts cuts, Map<String, String> footer, RowEditor editor)
            implements Serializable {
        public Spec {
            labels = List.copyOf(labels);
            footer = Map.copyOf(footer);
        }
    }

    private final Spec spec;

    public WriteRelease(Spec spec) {
        this.spec = spec;
    }

    @Override
    public PDone expand(PCollection<KV<String, String>> files) {
        files.apply("ReadPlannedRows", ParDo.of(new ReadFn(spec)))
                .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()))
                .apply("GroupByShard", GroupByKey.create())
                .apply("WriteShards", ParDo.of(new WriteFn(spec)));
        return PDone.in(files.getPipeline());
    }

    private static final class ReadFn extends DoFn<KV<String, String>, KV<Integer, byte[]>> {
        private static final long serialVersionUID = 1L;
        private static final Set<String> KEYS = Set.of("bands", "sketch", "units");

        private final Spec spec;

        ReadFn(Spec spec) {
            this.spec = spec;
        }

        @ProcessElement
        public void process(@Element KV<String, String> file, OutputReceiver<KV<Integer, byte[]>> out)
                throws IOException {
            DocumentCodec codec = new DocumentCodec();
            try (RowPlan.Reader plan = new RowPlan.Reader(Path.of(file.getValue()));
                    RowReader reader = RowReader.open(Path.of(file.getKey()), columns(spec.labels()))) {
                int number = 0;
                for (Optional<PlannedRow> next = plan.next(); next.isPresent(); next = plan.next()) {
                    PlannedRow planned = next.get();
                    GenericRecord row = reader.next();
                    for (; number < planned.row(); number++) {
                        row = reader.next();
                    }
                    number++;
                    if (row == null) {
                        throw new IOException(
                                file.getKey() + " has fewer rows than its plan, wanted row " + planned.row());
                    }
                    out.output(release(codec, row, planned));
                }
            }
        }

        /** All but what only finds duplicates. */
        private static List<String> columns(List<String> labels) {
            return RowSchema.of(labels).getFields().stream()
                    .map(Schema.Field::name)
                    .filter(name -> !KEYS.contains(name))
                    .toList();
        }

        private KV<Integer, byte[]> release(DocumentCodec codec, GenericRecord row, PlannedRow planned)
                throws IOException {
            Document document = planned.change().applyTo(RowDocuments.toDocument(row));
            ReleaseRow released = new ReleaseRow(
                    spec.editor().excise(document, planned.excised()),
                    planned.clusterId(),
                    planned.clusterSize(),
                    planned.excised(),
                    planned.selection());
            String tradition = ShardOrder.tradition(row);
            int shard = spec.cuts().shardOf(tradition, document.content().language(), document.documentId());
            return KV.of(shard, ShardRow.pack(tradition, released, codec));
        }
    }

    private static final class WriteFn extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
        private static final long serialVersionUID = 1L;

        private final Spec spec;

        WriteFn(Spec spec) {
            this.spec = spec;
        }

        @ProcessElement
        public void process(@Element KV<Integer, Iterable<byte[]>> shard) throws IOException {
            Schema schema = RowSchema.of(spec.labels());
            Path release = Path.of(spec.folder());
            try (ShardWriter writer = new ShardWriter(release, shard.getKey())) {
                for (byte[] row : shard.getValue()) {
                    writer.add(row);
                }
                ShardEntry entry = writer.write(schema, spec.footer());
                Json.write(release.resolve("entries").resolve(shard.getKey() + ".json"), entry);
            }
        }
    }
}
