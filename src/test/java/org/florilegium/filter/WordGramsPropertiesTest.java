package org.florilegium.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordGramsPropertiesTest {
    private static final List<String> WORDS = List.of("a", "b", "ab", "ba", "aab", "𐍈", "a𐍈");

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsAsComparingStringsWould(int seed) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 1 + seed * 3; i++) {
            words.add(WORDS.get(random.nextInt(1 + seed % WORDS.size())));
        }

        WordGrams grams = new WordGrams(Words.in(String.join(" ", words)));

        for (int n = 10; n >= 2; n--) {
            assertThat(grams.topRun(n)).isEqualTo(topRun(words, n));
            assertThat(grams.duplicatedRuns(n)).isEqualTo(duplicatedRuns(words, n));
        }
    }

    private static int topRun(List<String> words, int n) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i + n <= words.size(); i++) {
            counts.merge(String.join(" ", words.subList(i, i + n)), 1, Integer::sum);
        }
        int most = 0;
        int length = 0;
        for (Map.Entry<String, Integer> run : counts.entrySet()) {
            if (run.getValue() > most) {
                most = run.getValue();
                length = codePoints(run.getKey());
            }
        }
        return most * length;
    }

    private static int duplicatedRuns(List<String> words, int n) {
        Set<String> seen = new HashSet<>();
        int repeated = 0;
        int i = 0;
        while (i + n <= words.size()) {
            String run = String.join("", words.subList(i, i + n));
            boolean isNew = seen.add(run);
            repeated += isNew ? 0 : codePoints(run);
            i += isNew ? 1 : n;
        }
        return repeated;
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }
}
