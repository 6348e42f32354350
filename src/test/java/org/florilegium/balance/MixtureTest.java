package org.florilegium.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MixtureTest {
    private static final int DOCUMENTS = 120_000;

    @Test
    void meetsASkewedTargetOnSoftMemberships() {
        SoftCorpus corpus = SoftCorpus.of(DOCUMENTS, 11);

        Mixture mixture = Mixture.solve(corpus.memberships(4), List.of(SoftCorpus.target()), corpus.budget(), 1);

        MixtureReport report = report(corpus, mixture);
        assertThat(report.totalVariationBefore()).isGreaterThan(.3);
        assertThat(report.totalVariationExpected()).isLessThanOrEqualTo(.001);
        assertThat(report.totalVariationDrawn()).isLessThanOrEqualTo(.01);
        assertThat(mixture.unmet()).isEmpty();
        assertThat(report.cells().stream()
                        .mapToDouble(MixtureReport.Row::expected)
                        .sum())
                .isCloseTo(corpus.budget(), within(corpus.budget() * .001));
    }

    private static MixtureReport report(SoftCorpus corpus, Mixture mixture) {
        TargetPlan plan = mixture.plans().get(0);
        double[] expected = new double[SoftCorpus.CELLS];
        double[] drawn = new double[SoftCorpus.CELLS];
        Copies copies = new Copies("release", "copies");
        for (int i = 0; i < corpus.tokens.length; i++) {
            double rho = mixture.weights().intensity(corpus.membership(i), "source", 4);
            int n = Copies.of(rho, copies.unit("document" + i));
            for (int k = 0; k < SoftCorpus.CELLS; k++) {
                expected[k] += corpus.tokens[i] * corpus.members[i][k] * rho;
                drawn[k] += (double) corpus.tokens[i] * corpus.members[i][k] * n;
            }
        }
        return MixtureReport.of(plan, expected, drawn);
    }

    @Test
    void balancesTwoDimensionsAtOnce() {
        Memberships memberships = new Memberships();
        for (int i = 0; i < 4000; i++) {
            Membership cells = new Membership()
                    .add("tradition", i % 10 == 0 ? "rare" : "common", .8)
                    .add("tradition", Target.UNKNOWN, .2)
                    .add("language", i % 7 == 0 ? "sw" : "en", 1);
            memberships.add(0, i, 100 + i % 13, 4, "source", cells);
        }
        double budget = 150_000;

        Mixture mixture = Mixture.solve(
                memberships,
                List.of(Target.temperature("tradition", 0), Target.temperature("language", .5)),
                budget,
                1);

        assertThat(mixture.unmet()).isEmpty();
        for (TargetPlan plan : mixture.plans()) {
            for (int k = 0; k < plan.cells().size(); k++) {
                assertThat(mixture.expected()
                                .get(plan.dimension() + ":" + plan.cells().get(k)))
                        .isCloseTo(plan.tokens()[k], within(budget * .0005));
            }
        }
    }

    @Test
    void reportsTargetsThatContradictEachOther() {
        Memberships memberships = new Memberships();
        for (int i = 0; i < 100; i++) {
            Membership cells =
                    new Membership().add("tradition", i < 90 ? "a" : "b", 1).add("language", i < 90 ? "en" : "sw", 1);
            memberships.add(0, i, 100, 4, "source", cells);
        }

        Mixture mixture = Mixture.solve(
                memberships,
                List.of(
                        Target.temperature("tradition", 0).withShares(Map.of("a", .5, "b", .5)),
                        Target.temperature("language", 0).withShares(Map.of("en", .8, "sw", .2))),
                4000,
                1);

        assertThat(mixture.unmet())
                .extracting(Shortfall::reason)
                .isNotEmpty()
                .containsOnly("conflicts_with_other_targets");
    }

    @Test
    void holdsASourceToItsShareOfACell() {
        Memberships memberships = new Memberships();
        for (int i = 0; i < 2000; i++) {
            String source = i % 2 == 0 ? "large" : "small" + i % 5;
            memberships.add(0, i, 100, 4, source, new Membership().add("tradition", i % 3 == 0 ? "a" : "b", 1));
        }

        Mixture mixture = Mixture.solve(memberships, List.of(Target.temperature("tradition", 1)), 80_000, .25);

        double large = 0;
        double all = 0;
        for (int i = 0; i < 2000; i++) {
            String source = i % 2 == 0 ? "large" : "small" + i % 5;
            double rho = mixture.weights()
                    .intensity(new Membership().add("tradition", i % 3 == 0 ? "a" : "b", 1), source, 4);
            all += rho;
            large += source.equals("large") ? rho : 0;
        }
        assertThat(large / all).isLessThanOrEqualTo(.2505);
        assertThat(all * 100).isCloseTo(80_000, within(100.0));
        assertThat(mixture.unmet()).isEmpty();
    }

    @Test
    void reportsACellWithTooFewSourcesAndLeavesItAlone() {
        Memberships memberships = new Memberships();
        for (int i = 0; i < 60; i++) {
            memberships.add(0, i, 100, 1, "only", new Membership().add("tradition", "a", 1));
        }

        Mixture mixture = Mixture.solve(memberships, List.of(Target.temperature("tradition", 1)), 3000, .25);

        assertThat(mixture.expected().get("tradition:a")).isCloseTo(3000, within(1.0));
        assertThat(mixture.unmet()).singleElement().satisfies(shortfall -> {
            assertThat(shortfall.cell()).isEqualTo("a|only");
            assertThat(shortfall.reason()).isEqualTo("too_few_sources");
        });
    }

    @Test
    void keepsEverythingWhereTheBudgetAllowsIt() {
        SoftCorpus corpus = SoftCorpus.of(60, 3);

        Mixture mixture = Mixture.solve(corpus.memberships(1), List.of(SoftCorpus.target()), corpus.budget() * 10, 1);

        assertThat(mixture.weights().intensity(corpus.membership(0), "source", 1))
                .isEqualTo(1);
        assertThat(mixture.unmet()).extracting(Shortfall::cell).contains("budget");
    }

    @Test
    void keepsNothingForAZeroBudget() {
        SoftCorpus corpus = SoftCorpus.of(60, 3);

        Mixture mixture = Mixture.solve(corpus.memberships(1), List.of(SoftCorpus.target()), 0, 1);

        assertThat(mixture.weights().intensity(corpus.membership(0), "source", 1))
                .isZero();
    }

    @Test
    void solvesAnEmptyCorpus() {
        Mixture mixture = Mixture.solve(new Memberships(), List.of(SoftCorpus.target()), 100, 1);

        assertThat(mixture.weights()).isEqualTo(Weights.NOTHING);
        assertThat(mixture.unmet()).isNotEmpty();
    }

    @Test
    void solvesACorpusOfWhichNothingIsKnown() {
        Memberships memberships = new Memberships();
        for (int i = 0; i < 60; i++) {
            memberships.add(0, i, 50 + i, 1, "s" + i % 8, new Membership().add("tradition", Target.UNKNOWN, 1));
        }

        Mixture mixture = Mixture.solve(memberships, List.of(SoftCorpus.target()), 2000, .25);

        assertThat(mixture.expected().get("tradition:unknown")).isCloseTo(2000, within(5.0));
    }
}
