package org.florilegium.flow;

import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.florilegium.document.Document;
import org.florilegium.document.Exclusion;
import org.florilegium.document.Lineage;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.document.UnprocessableDocumentException;

/**
 * Reads the members of each element, extracts their text and runs the steps that come before dedup, all in one DoFn.
 *
 * <p>Documents are keyed by their id, exclusions by the digest of what was left out.
 *
 * @param <T> what the source lists
 */
public final class PrepareDocuments<T> extends PTransform<PCollection<T>, PCollection<KV<String, Sighting>>> {
    private static final long serialVersionUID = 1L;

    private final MemberReader<T> reader;
    private final Extractor extractor;
    private final StepChain steps;
    private final SightingCoder coder;

    public PrepareDocuments(MemberReader<T> reader, Extractor extractor, StepChain steps, SightingCoder coder) {
        this.reader = reader;
        this.extractor = extractor;
        this.steps = steps;
        this.coder = coder;
    }

    @Override
    public PCollection<KV<String, Sighting>> expand(PCollection<T> elements) {
        return elements.apply("ReadExtractClean", ParDo.of(new PrepareFn<>(reader, extractor, steps)))
                .setCoder(KvCoder.of(StringUtf8Coder.of(), coder));
    }

    private static final class PrepareFn<T> extends DoFn<T, KV<String, Sighting>> {
        private static final long serialVersionUID = 1L;
        private static final Counter READ = Metrics.counter("source", "documents_read");

        private final MemberReader<T> reader;
        private final Extractor extractor;
        private final StepChain steps;
        private final List<Lineage> extracted;

        PrepareFn(MemberReader<T> reader, Extractor extractor, StepChain steps) {
            this.reader = reader;
            this.extractor = extractor;
            this.steps = steps;
            this.extracted = List.of(extractor.lineage());
        }

        @Setup
        public void open() {
            reader.open();
            extractor.open();
            steps.open();
        }

        @Teardown
        public void close() {
            steps.close();
            extractor.close();
            reader.close();
        }

        @ProcessElement
        public void process(@Element T element, OutputReceiver<KV<String, Sighting>> out) {
            reader.read(element, new MemberSink() {
                @Override
                public void document(RawDocument raw) {
                    countRead();
                    emit(prepare(raw), out);
                }

                @Override
                public void dropped(Origin origin, String reason, String message) {
                    countRead();
                    emit(excluded(Exclusion.Kind.DROPPED, "source", reason, message, origin), out);
                }

                @Override
                public void deadLetter(Origin origin, String cause, String message) {
                    countRead();
                    emit(excluded(Exclusion.Kind.DEAD_LETTER, "source", cause, message, origin), out);
                }
            });
        }

        private static void countRead() {
            READ.inc();
            DocumentsRead.increment();
        }

        private Sighting prepare(RawDocument raw) {
            Document document;
            try {
                document = extractor.extract(raw);
            } catch (UnprocessableDocumentException e) {
                return excluded(
                        Exclusion.Kind.DEAD_LETTER,
                        "extract",
                        e.reason(),
                        String.valueOf(e.getMessage()),
                        raw.origin());
            }
            return steps.run(
                    List.of(document.withProvenance(document.provenance().withLineage(extracted))));
        }

        private static Sighting excluded(
                Exclusion.Kind kind, String stage, String reason, String message, Origin origin) {
            return new Sighting.Excluded(Exclusion.of(kind, stage, reason, message, origin));
        }

        private static void emit(Sighting sighting, DoFn.OutputReceiver<KV<String, Sighting>> out) {
            out.output(KV.of(key(sighting), sighting));
        }

        private static String key(Sighting sighting) {
            if (sighting instanceof Sighting.Kept kept) {
                return kept.first().documentId();
            }
            return ((Sighting.Excluded) sighting).exclusion().origins().get(0).digest();
        }
    }
}
