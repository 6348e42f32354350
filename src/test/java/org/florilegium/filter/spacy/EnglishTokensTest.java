package org.florilegium.filter.spacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected tokens are those of spaCy 3.8.18, {@code spacy.blank("en")}, on sentences written for this test. */
class EnglishTokensTest {
    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            `We can't go, she's ill.`                 # `We|ca|n't|go|,|she|'s|ill|.`
            `Ill winds; I'll stay, he’d’ve gone`      # `Ill|winds|;|I|'ll|stay|,|he|’d|’ve|gone`
            `Mr. Oak (of the U.K.) left at 7p.m.`     # `Mr.|Oak|(|of|the|U.K.|)|left|at|7|p.m.`
            `A well-kept, 10km road: 3-4 days...`     # `A|well|-|kept|,|10|km|road|:|3|-|4|days|...`
            `See https://trees.example.org/a?b=1 now` # `See|https://trees.example.org/a?b=1|now`
            `end.Start of it,or not`                  # `end|.|Start|of|it|,|or|not`
            `"Fine" :-) he said (C++)!`               # `"|Fine|"|:-)|he|said|(|C++|)|!`
            `It cost US$5, not 7€ or 20°C.`           # `It|cost|US$|5|,|not|7|€|or|20|°|C|.`
            `rain🌧and sun☀!`                          # `rain|🌧|and|sun|☀|!`
            `do - or -- do not; x--y`                 # `do|-|or|--|do|not|;|x|--|y`
            """)
    void splitsAsSpacyDoes(String text, String tokens) {
        Tokens found = EnglishTokens.of(text);

        List<String> words = new ArrayList<>();
        for (int i = 0; i < found.count(); i++) {
            words.add(found.token(i));
        }
        assertThat(words).containsExactly(tokens.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', textBlock = """
            ``                                      # 1
            `One. Two! Three?`                      # 3
            `Dr. Oak came at 5 p.m. and left.`      # 1
            `"Is it?" she asked. "It is."`          # 3
            `Wait... what`                          # 1
            """)
    void countsSentencesAsSpacyDoes(String text, int sentences) {
        assertThat(EnglishSentences.count(text == null ? "" : text)).isEqualTo(sentences);
    }
}
