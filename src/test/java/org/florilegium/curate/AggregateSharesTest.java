package org.florilegium.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateSharesTest {
    private static final double[][] WISHES = {
        {.70, .10, .10, .05, .05},
        {.65, .15, .10, .05, .05},
        {.10, .10, .20, .30, .30},
        {.20, .20, .20, .20, .20},
        {0, .05, .05, .10, .80}
    };
    private static final double[] EVEN = {1, 1, 1, 1, 1};

    @ParameterizedTest
    @CsvSource({"QUOTA, .480, .660", "INDEPENDENT_MARKETS, .425, .660", "NASH, .500, .660", "MAXIMIN, .600, .626"})
    void reachesTheKnownUtilities(Aggregation rule, double least, double mean) {
        double[] mixture = AggregateShares.of(rule, WISHES, EVEN);

        double[] utilities = Arrays.stream(WISHES)
                .mapToDouble(wish -> AggregateShares.utility(mixture, wish))
                .toArray();
        assertThat(Arrays.stream(mixture).sum()).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(utilities).min().orElseThrow()).isCloseTo(least, within(.002));
        assertThat(Arrays.stream(utilities).average().orElseThrow()).isCloseTo(mean, within(.002));
    }

    @Test
    void exaggeratingGainsNothingUnderIndependentMarkets() {
        double[][] lie = WISHES.clone();
        lie[0] = new double[] {1, 0, 0, 0, 0};

        double honest = AggregateShares.utility(AggregateShares.independentMarkets(WISHES), WISHES[0]);
        double lying = AggregateShares.utility(AggregateShares.independentMarkets(lie), WISHES[0]);

        assertThat(lying - honest).isLessThan(.0005);
    }
}
