package org.florilegium.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Exclusion;
import org.florilegium.document.Origin;
import org.florilegium.document.Provenance;
import org.florilegium.flow.Sighting;
import org.florilegium.flow.SightingCoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("flink")
class MarkDuplicatesTest {
    private static final SightingCoder CODER = new SightingCoder();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void joinsSightingsOfOneTextAndMarksTheHigherTwin(boolean onFlink) {
        Pipeline pipeline = Pipeline.create(options(onFlink));
        List<KV<String, Sighting>> sightings = new ArrayList<>(List.of(
                sighting("b", "z.txt", 7L),
                sighting("b", "a.txt", 7L),
                sighting("c", "c.txt", 7L, 8L),
                sighting("a", "d.txt", 8L),
                sighting("d", "e.txt"),
                excluded("x.txt")));
        Collections.shuffle(sightings, new Random(5));

        PCollection<String> found = pipeline.apply(
                        Create.of(sightings).withCoder(KvCoder.of(StringUtf8Coder.of(), CODER)))
                .apply(new MarkDuplicates(CODER, true))
                .apply(MapElements.into(TypeDescriptors.strings()).via(MarkDuplicatesTest::describe));

        // b shares a band with c only, and is the lower one; c shares one with each of a and b
        PAssert.that(found)
                .containsInAnyOrder(
                        "a d.txt [] false",
                        "b a.txt [z.txt] false",
                        "c c.txt [] true",
                        "d e.txt [] false",
                        "excluded x.txt");
        pipeline.run().waitUntilFinish();
    }

    @Test
    void marksAllButTheLowestOfALargeBucketOnFlink() {
        Pipeline pipeline = Pipeline.create(options(true));
        List<KV<String, Sighting>> sightings = IntStream.range(0, 20_000)
                .mapToObj(i -> sighting(String.format("%08d", i), i + ".txt", 7L))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(sightings, new Random(5));

        PCollection<String> keepers = pipeline.apply(
                        Create.of(sightings).withCoder(KvCoder.of(StringUtf8Coder.of(), CODER)))
                .apply(new MarkDuplicates(CODER, true))
                .apply(MapElements.into(TypeDescriptors.strings()).via(MarkDuplicatesTest::describe))
                .apply(org.apache.beam.sdk.transforms.Filter.by((String line) -> line.endsWith("false")));

        PAssert.that(keepers).containsInAnyOrder("00000000 0.txt [] false");
        pipeline.run().waitUntilFinish();
    }

    @Test
    void keepsTheLowestOriginAndAllOthersWhateverTheOrder() {
        List<Sighting> sightings = new ArrayList<>(
                List.of(kept("b", "m.txt"), kept("b", "a.txt"), kept("b", "z.txt"), new Sighting.LowerTwin()));

        List<String> merged = IntStream.range(0, 6)
                .mapToObj(seed -> {
                    Collections.shuffle(sightings, new Random(seed));
                    SightingMerger merger = new SightingMerger();
                    sightings.forEach(merger::add);
                    return describe(merger.merged().orElseThrow());
                })
                .distinct()
                .toList();

        assertThat(merged).containsExactly("b a.txt [m.txt, z.txt] true");
    }

    private static PipelineOptions options(boolean onFlink) {
        PipelineOptions options = PipelineOptionsFactory.create();
        if (onFlink) {
            FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
            flink.setRunner(FlinkRunner.class);
            flink.setFlinkMaster("[local]");
            flink.setParallelism(2);
        }
        return options;
    }

    private static String describe(Sighting sighting) {
        if (sighting instanceof Sighting.Kept kept) {
            Provenance provenance = kept.first().provenance();
            return kept.first().documentId() + " " + provenance.origin().uri() + " "
                    + provenance.otherOrigins().stream().map(Origin::uri).toList() + " "
                    + kept.first().hygiene().hasLowerTwin();
        }
        return "excluded "
                + ((Sighting.Excluded) sighting).exclusion().origins().get(0).uri();
    }

    private static KV<String, Sighting> sighting(String id, String uri, Long... bands) {
        return KV.of(id, kept(id, uri, bands));
    }

    private static KV<String, Sighting> excluded(String uri) {
        Exclusion exclusion = Exclusion.of(Exclusion.Kind.DROPPED, "filter", "empty", "no text", origin(uri));
        return KV.of(uri, new Sighting.Excluded(exclusion));
    }

    private static Sighting kept(String id, String uri, Long... bands) {
        Document document = Document.extracted(
                        Content.of("text of " + id, ""), Provenance.of(origin(uri), Declared.NOTHING))
                .withIdentity(id, 0);
        return new Sighting.Kept(List.of(document.withHygiene(document.hygiene().withBands(List.of(bands)))));
    }

    private static Origin origin(String uri) {
        return new Origin("source", uri, "", "text/plain", "", "digest", "", "");
    }
}
