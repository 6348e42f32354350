package org.florilegium.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
    private static final List<String> ASCII =
            IntStream.range(0, 0x80).mapToObj(c -> String.valueOf((char) c)).toList();
    private static final List<String> USUAL = List.of("a", "B", "7", "_", ".", "'", ",", ";", ":", "\"", " ", "\n");
    private static final List<String> FOREIGN = List.of(
            "é",
            "e\u0301",
            "\u0301",
            "\u200d",
            "\u00ad",
            "\u3000",
            "\u2003",
            "\u00a0",
            "…",
            "’",
            "·",
            "да",
            "漢字",
            "カタカナ",
            "ひらがな",
            "ภาษาไทย",
            "한국어",
            "שלום״",
            "🇩🇪",
            "👩\u200d👩\u200d👧",
            "\u2028",
            "\u0085",
            "१२",
            "\ud800");

    static Stream<String> texts() {
        Random random = new Random(29);
        return IntStream.range(0, 3000).mapToObj(i -> {
            StringBuilder text = new StringBuilder();
            List<List<String>> alphabets = new ArrayList<>(List.of(USUAL, ASCII));
            if (i % 2 == 1) {
                alphabets.add(FOREIGN);
            }
            int length = random.nextInt(400);
            int usual = 1 + random.nextInt(60); // long stretches of ASCII between others in some texts
            for (int at = 0; at < length; at++) {
                List<String> from = alphabets.get(random.nextInt(usual) == 0 ? random.nextInt(alphabets.size()) : 0);
                text.append(from.get(random.nextInt(from.size())));
            }
            return text.toString();
        });
    }

    @Test
    void endsWordsWhereIcuDoes() {
        assertThat(texts()).allSatisfy(text -> assertThat(ends(Words.of(text))).isEqualTo(icu(text)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void joinsWhatIcuJoins(String text) {
        assertThat(ends(Words.of(text))).isEqualTo(icu(text));
    }

    static Stream<String> pairs() {
        return ASCII.stream()
                .flatMap(c -> Stream.of("a" + c + "b", "1" + c + "2", "a" + c + "1", "1" + c + "b", "_" + c, c));
    }

    private static List<Integer> ends(Words words) {
        return IntStream.range(0, words.count()).mapToObj(words::end).toList();
    }

    private static List<Integer> icu(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
        breaks.setText(text);
        List<Integer> ends = new ArrayList<>();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                ends.add(end);
            }
        }
        return ends;
    }
}
