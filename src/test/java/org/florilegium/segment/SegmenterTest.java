package org.florilegium.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.florilegium.language.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SegmenterTest {
    private static final SegmentSpec SPEC = SegmentSpec.defaults();

    static Stream<String> texts() {
        return IntStream.range(0, 20).mapToObj(SegmenterTest::text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void passagesCoverAllButWhitespaceWithoutOverlap(String text) {
        List<Segmenter.Span> spans = new Segmenter(SPEC).passages(text);

        StringBuilder covered = new StringBuilder();
        int last = 0;
        for (Segmenter.Span span : spans) {
            assertThat(span.start()).isGreaterThanOrEqualTo(last);
            int from = text.offsetByCodePoints(0, span.start());
            String passage = text.substring(from, text.offsetByCodePoints(from, span.end() - span.start()));
            assertThat(Words.count(passage)).isLessThanOrEqualTo(SPEC.maxWords());
            covered.append(passage);
            last = span.end();
        }
        assertThat(covered.toString().replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void partsJoinedAreTheTextButForWhitespaceAtTheCuts(String text) {
        List<String> parts = Parts.of(text, 1_000);

        assertThat(parts)
                .allSatisfy(part ->
                        assertThat(part.codePointCount(0, part.length())).isLessThanOrEqualTo(1_000));
        assertThat(String.join("", parts).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    private static String text(int seed) {
        Random random = new Random(seed);
        String[] words = {"bridge", "rain", "𝒜stra", "橋を直す", "мост", "neighbour,", "and."};
        StringBuilder text = new StringBuilder("Start");
        for (int i = 0; i < 200 + seed * 150; i++) {
            String gap = random.nextInt(60) == 0 && seed % 3 != 0 ? "\n\n" : random.nextInt(12) == 0 ? ". " : " ";
            text.append(gap).append(words[random.nextInt(words.length)]);
        }
        return text.toString();
    }
}
