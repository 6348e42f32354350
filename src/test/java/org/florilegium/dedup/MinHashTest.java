package org.florilegium.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MinHashTest {
    private static final String TEXT =
            "The ferryman waits at the landing until the last of the pilgrims has found a seat, "
                    + "and then he pushes off with a long pole and sings of the river and of those who crossed before.";

    private final MinHash minHash = new MinHash(DedupSpec.defaults());

    @Test
    void givesNoBandsToATextShorterThanAShingle() {
        assertThat(minHash.bandHashes("Four words are few.")).isEmpty();
    }

    @Test
    void ignoresCasePunctuationAccentsAndNumbers() {
        long[] plain = minHash.bandHashes("in 1905 the cafe by the river was opened again");

        long[] decorated = minHash.bandHashes("In 2,017 the CAFÉ -- by the river -- was opened again!");

        assertThat(decorated).isEqualTo(plain);
    }

    @Test
    void letsNearDuplicatesMeetAndOthersNot() {
        Set<Long> bands = bands(TEXT + " Nobody on the bank remembers his name any more.");

        assertThat(bands(TEXT)).anyMatch(bands::contains);
        assertThat(bands("A quite different text about the making of cheese in the high summer pastures."))
                .noneMatch(bands::contains);
    }

    private Set<Long> bands(String text) {
        return Arrays.stream(minHash.bandHashes(text)).boxed().collect(Collectors.toCollection(HashSet::new));
    }
}
