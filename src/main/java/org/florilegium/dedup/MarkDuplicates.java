package org.florilegium.dedup;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.florilegium.flow.Sighting;
import org.florilegium.flow.SightingCoder;

/**
 * Joins sightings of the same text into one document with all its origins, and marks each document that shares a MinHash
 * band with a lower document id.
 *
 * <p>Documents that the reservoir holds already take part by id and bands: a further sighting of one brings its origins and no
 * text, unless its origin is lower than the one known.
 *
 * <p>Two shuffles: ids by band, then sightings by id. Text crosses one of them, once. No bucket is ever listed: one pass
 * with a running minimum finds every id that is not the lowest. Sightings are coded once before the shuffle and decoded once
 * after it: an engine that sorts and spills would do either several times, where bytes are only copied.
 */
public final class MarkDuplicates extends PTransform<PCollection<KV<String, Sighting>>, PCollection<Sighting>> {
    private static final long serialVersionUID = 1L;

    private final SightingCoder coder;
    private final boolean marking;

    /** @param marking whether an equal band is enough for a twin; otherwise only the same texts are joined */
    public MarkDuplicates(SightingCoder coder, boolean marking) {
        this.coder = coder;
        this.marking = marking;
    }

    @Override
    public PCollection<Sighting> expand(PCollection<KV<String, Sighting>> documents) {
        KvCoder<String, Sighting> keyed = KvCoder.of(StringUtf8Coder.of(), coder);
        return (marking ? withTwins(documents, keyed) : documents)
                .apply("PackSightings", ParDo.of(new PackFn(coder)))
                .setCoder(KvCoder.of(StringUtf8Coder.of(), ByteArrayCoder.of()))
                .apply("GroupById", GroupByKey.create())
                .apply("MergeSightings", ParDo.of(new MergeFn(coder)))
                .setCoder(coder);
    }

    private static PCollection<KV<String, Sighting>> withTwins(
            PCollection<KV<String, Sighting>> documents, KvCoder<String, Sighting> keyed) {
        PCollection<KV<String, Sighting>> twins = documents
                .apply("BandsOfDocuments", ParDo.of(new BandsFn()))
                .setCoder(KvCoder.of(BigEndianLongCoder.of(), StringUtf8Coder.of()))
                .apply("GroupByBand", GroupByKey.create())
                .apply("FindLowerTwins", ParDo.of(new LowerTwinsFn()))
                .setCoder(keyed);
        return PCollectionList.of(documents).and(twins).apply("JoinTwins", Flatten.pCollections());
    }

    private static final class BandsFn extends DoFn<KV<String, Sighting>, KV<Long, String>> {
        private static final long serialVersionUID = 1L;

        @ProcessElement
        public void process(@Element KV<String, Sighting> keyed, OutputReceiver<KV<Long, String>> out) {
            for (Long band : bands(keyed.getValue())) {
                out.output(KV.of(band, keyed.getKey()));
            }
        }

        private static List<Long> bands(Sighting sighting) {
            if (sighting instanceof Sighting.Kept kept) {
                return kept.first().hygiene().bands();
            }
            return sighting instanceof Sighting.Known known ? known.bands() : List.of();
        }
    }

    private static final class LowerTwinsFn extends DoFn<KV<Long, Iterable<String>>, KV<String, Sighting>> {
        private static final long serialVersionUID = 1L;

        @ProcessElement
        public void process(@Element KV<Long, Iterable<String>> bucket, OutputReceiver<KV<String, Sighting>> out) {
            String lowest = null;
            for (String id : bucket.getValue()) {
                if (lowest == null) {
                    lowest = id;
                    continue;
                }
                int order = id.compareTo(lowest);
                if (order != 0) {
                    out.output(KV.of(order > 0 ? id : lowest, new Sighting.LowerTwin()));
                    lowest = order > 0 ? lowest : id;
                }
            }
        }
    }

    private static final class PackFn extends DoFn<KV<String, Sighting>, KV<String, byte[]>> {
        private static final long serialVersionUID = 1L;

        private final SightingCoder coder;

        PackFn(SightingCoder coder) {
            this.coder = coder;
        }

        @ProcessElement
        public void process(@Element KV<String, Sighting> keyed, OutputReceiver<KV<String, byte[]>> out)
                throws IOException {
            out.output(KV.of(keyed.getKey(), coder.bytes(keyed.getValue())));
        }
    }

    private static final class MergeFn extends DoFn<KV<String, Iterable<byte[]>>, Sighting> {
        private static final long serialVersionUID = 1L;

        private final SightingCoder coder;

        MergeFn(SightingCoder coder) {
            this.coder = coder;
        }

        @ProcessElement
        public void process(@Element KV<String, Iterable<byte[]>> group, OutputReceiver<Sighting> out)
                throws IOException {
            SightingMerger merger = new SightingMerger();
            for (byte[] packed : group.getValue()) {
                Sighting sighting = coder.sighting(packed);
                if (sighting instanceof Sighting.Excluded) {
                    out.output(sighting);
                } else {
                    merger.add(sighting);
                }
            }
            merger.merged().ifPresent(out::output);
        }
    }
}
