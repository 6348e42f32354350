package org.florilegium.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.florilegium.document.Document;
import org.florilegium.row.RandomDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SightingCoderPropertiesTest {
    private static final SightingCoder CODER = new SightingCoder();

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySightingComesBackAsItWas(long seed) throws IOException {
        RandomDocuments random = new RandomDocuments(seed);
        Document first = random.next();
        Document second = random.next().withIdentity(first.documentId(), first.part() + 1);
        KvCoder<String, Sighting> keyed = KvCoder.of(StringUtf8Coder.of(), CODER);

        for (Sighting sighting : List.of(
                new Sighting.Kept(List.of(first, second)),
                new Sighting.Excluded(random.exclusion()),
                new Sighting.LowerTwin())) {
            byte[] bytes = CoderUtils.encodeToByteArray(keyed, KV.of("key", sighting));

            KV<String, Sighting> back = CoderUtils.decodeFromByteArray(keyed, bytes);

            assertThat(back.getKey()).isEqualTo("key");
            assertThat(back.getValue())
                    .usingRecursiveComparison()
                    .withEqualsForType(Float::equals, Float.class)
                    .isEqualTo(sighting);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRowComesBackAsItWas(long seed) throws IOException {
        Document document = new RandomDocuments(seed).next();
        DocumentCodec codec = new DocumentCodec();

        Document back = codec.document(codec.bytes(document));

        assertThat(back)
                .usingRecursiveComparison()
                .withEqualsForType(Float::equals, Float.class)
                .isEqualTo(document);
    }

    @Test
    void threadsMayShareACoder() {
        Document document = new RandomDocuments(7).next();
        Sighting sighting = new Sighting.Kept(List.of(document));

        List<String> ids = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> idAfterARoundTrip(sighting))
                .distinct()
                .toList();

        assertThat(ids).containsExactly(document.id());
    }

    private static String idAfterARoundTrip(Sighting sighting) {
        try {
            Sighting back = CoderUtils.decodeFromByteArray(CODER, CoderUtils.encodeToByteArray(CODER, sighting));
            return ((Sighting.Kept) back).first().id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> CODER.decode(bytes(3, 3)))
                .isInstanceOf(IOException.class)
                .hasMessage("sighting must have version 4, was 3");
        assertThatThrownBy(() -> CODER.decode(bytes(4, 9)))
                .isInstanceOf(IOException.class)
                .hasMessage("kind of a sighting must be 1 to 4, was 9");
        assertThatThrownBy(() -> CODER.decode(bytes())).isInstanceOf(EOFException.class);
    }

    @Test
    void codersAreEqual() {
        assertThat(CODER).isEqualTo(new SightingCoder()).hasSameHashCodeAs(new SightingCoder());
    }

    private static ByteArrayInputStream bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new ByteArrayInputStream(bytes);
    }
}
