package org.florilegium.dedup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.florilegium.document.Document;
import org.florilegium.flow.Sighting;
import org.florilegium.flow.SightingCoder;
import org.florilegium.parquet.RowReader;
import org.florilegium.row.RowDocuments;

/** Reads from data files of a reservoir which documents it holds: ids, first origins and bands, no texts. */
public final class ReadKnown extends PTransform<PBegin, PCollection<KV<String, Sighting>>> {
    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS = List.of("document_id", "part", "source", "bands");

    private final List<String> files;
    private final SightingCoder coder;

    /** @param files paths of data files with documents */
    public ReadKnown(List<String> files, SightingCoder coder) {
        this.files = List.copyOf(files);
        this.coder = coder;
    }

    @Override
    public PCollection<KV<String, Sighting>> expand(PBegin begin) {
        return begin.apply("ListKnownFiles", Create.of(files).withCoder(StringUtf8Coder.of()))
                .apply("SpreadKnownFiles", Reshuffle.viaRandomKey())
                .apply("ReadKnownIds", ParDo.of(new ReadFn()))
                .setCoder(KvCoder.of(StringUtf8Coder.of(), coder));
    }

    private static final class ReadFn extends DoFn<String, KV<String, Sighting>> {
        private static final long serialVersionUID = 1L;

        @ProcessElement
        public void process(@Element String file, OutputReceiver<KV<String, Sighting>> out) throws IOException {
            try (RowReader reader = RowReader.open(Path.of(file), COLUMNS)) {
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    Document document = RowDocuments.toDocument(row);
                    if (document.part() == 0) {
                        out.output(KV.of(
                                document.documentId(),
                                new Sighting.Known(
                                        document.provenance().origin(),
                                        document.hygiene().bands())));
                    }
                }
            }
        }
    }
}
