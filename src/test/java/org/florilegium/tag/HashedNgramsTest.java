package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashedNgramsTest {
    private static final int BITS = 20;

    @ParameterizedTest
    @CsvSource({
        "'Peace be with you', 'peace  be\twith\u00a0you'",
        "'\u0130stanbul', 'istanbul'",
        "' padded ', 'padded'",
    })
    void ignoresCaseAndWhiteSpace(String one, String other) {
        assertThat(HashedNgrams.of(one, BITS).ids())
                .isEqualTo(HashedNgrams.of(other, BITS).ids());
    }

    @Test
    void countsCharactersWordsAndPairs() {
        // " ab cd " has 5, 4 and 3 character n-grams, two words and one pair
        HashedNgrams ngrams = HashedNgrams.of("ab cd", BITS);

        assertThat(ngrams.ids()).hasSize(5 + 4 + 3 + 2 + 1);
    }

    @Test
    void takesAnIdeographAsAWord() {
        // " \u4e00\u4e8c " has 2 and 1 character n-grams, two words and one pair
        HashedNgrams ngrams = HashedNgrams.of("\u4e00\u4e8c", BITS);

        assertThat(ngrams.ids()).hasSize(2 + 1 + 2 + 1);
    }

    @Test
    void givesAscendingIdsAndValuesOfLengthOne() {
        HashedNgrams ngrams = HashedNgrams.of("the cat and the dog and the bird", 8);

        assertThat(ngrams.ids()).isSorted().doesNotHaveDuplicates();
        assertThat(ngrams.ids()[ngrams.ids().length - 1]).isLessThan(256);
        double squares = IntStream.range(0, ngrams.values().length)
                .mapToDouble(i -> (double) ngrams.values()[i] * ngrams.values()[i])
                .sum();
        assertThat(squares).isBetween(0.99999, 1.00001);
    }

    @Test
    void hasNoFeaturesForAnEmptyText() {
        assertThat(HashedNgrams.of("", BITS).ids()).isEmpty();
    }
}
