package org.florilegium.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixturePropertiesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfInputNeverChangesAWeight(long seed) {
        SoftCorpus corpus = SoftCorpus.of(500, seed);
        List<Integer> order =
                new java.util.ArrayList<>(IntStream.range(0, 500).boxed().toList());
        java.util.Collections.shuffle(order, new Random(seed));
        Memberships shuffled = new Memberships();
        order.forEach(i -> shuffled.add(0, i, corpus.tokens[i], 1 + i % 4, "s" + i % 7, corpus.membership(i)));
        Memberships straight = new Memberships();
        IntStream.range(0, 500)
                .forEach(i -> straight.add(0, i, corpus.tokens[i], 1 + i % 4, "s" + i % 7, corpus.membership(i)));

        Mixture one = Mixture.solve(straight, List.of(SoftCorpus.target()), corpus.budget(), .25);
        Mixture other = Mixture.solve(shuffled, List.of(SoftCorpus.target()), corpus.budget(), .25);

        assertThat(other.weights()).isEqualTo(one.weights());
        assertThat(other.weights().version()).isEqualTo(one.weights().version());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noDocumentGetsMoreThanItsLimit(long seed) {
        SoftCorpus corpus = SoftCorpus.of(700, seed);
        Memberships memberships = new Memberships();
        for (int i = 0; i < 700; i++) {
            memberships.add(0, i, corpus.tokens[i], 1 + i % 4, "source", corpus.membership(i));
        }

        Mixture mixture = Mixture.solve(memberships, List.of(SoftCorpus.target()), corpus.budget() * 4, 1);

        for (int i = 0; i < 700; i++) {
            double rho = mixture.weights().intensity(corpus.membership(i), "source", 1 + i % 4);
            assertThat(rho).isBetween(0.0, 1.0 + i % 4);
            assertThat(Copies.of(rho, new Copies("s", "copies").unit("d" + i))).isBetween(0, 1 + i % 4);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aLargerBaselineOnlyAdds(long seed) {
        SoftCorpus corpus = SoftCorpus.of(700, seed);
        Copies copies = new Copies("s" + seed, "copies");
        Weights solved = Mixture.solve(corpus.memberships(4), List.of(SoftCorpus.target()), corpus.budget(), 1)
                .weights();
        int[] before = new int[700];

        for (double baseline : new double[] {.05, .1, .2, .35, .4, .8, 1.5, 3}) {
            Weights weights = new Weights(baseline, false, solved.coefficients(), solved.sourceCoefficients());
            for (int i = 0; i < 700; i++) {
                int drawn = Copies.of(weights.intensity(corpus.membership(i), "source", 4), copies.unit("d" + i));
                assertThat(drawn).isGreaterThanOrEqualTo(before[i]);
                before[i] = drawn;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLargerIntensityNeverTakesACopyAway(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            double unit = random.nextDouble();
            double smaller = 4 * random.nextDouble();
            double larger = smaller + (4 - smaller) * random.nextDouble();

            assertThat(Copies.of(larger, unit)).isGreaterThanOrEqualTo(Copies.of(smaller, unit));
        }
    }
}
