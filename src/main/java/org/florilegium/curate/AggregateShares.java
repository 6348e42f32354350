package org.florilegium.curate;

import java.util.Arrays;

/** Rules that turn the shares several profiles wish for into one mixture; rows are profiles, columns cells. */
final class AggregateShares {
    private AggregateShares() {}

    static double[] of(Aggregation rule, double[][] wishes, double[] budgets) {
        return switch (rule) {
            case QUOTA -> mean(wishes, budgets);
            case INDEPENDENT_MARKETS -> independentMarkets(wishes);
            case NASH -> nash(wishes, budgets);
            case MAXIMIN -> maximin(wishes);
        };
    }

    /** Part of its wish that a profile finds in {@code mixture}: the overlap of the two, 0 to 1. */
    static double utility(double[] mixture, double[] wish) {
        double sum = 0;
        for (int k = 0; k < wish.length; k++) {
            sum += Math.min(mixture[k], wish[k]);
        }
        return sum;
    }

    static double[] mean(double[][] wishes, double[] budgets) {
        double[] mean = new double[wishes[0].length];
        for (int p = 0; p < wishes.length; p++) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += budgets[p] * wishes[p][k];
            }
        }
        return normalized(mean);
    }

    /** Median of the wishes and n + 1 phantoms that rise together until the medians sum to 1; budgets do not count. */
    static double[] independentMarkets(double[][] wishes) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (Arrays.stream(medians(wishes, middle)).sum() < 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return normalized(medians(wishes, high));
    }

    private static double[] medians(double[][] wishes, double rise) {
        int n = wishes.length;
        double[] medians = new double[wishes[0].length];
        for (int k = 0; k < medians.length; k++) {
            double[] values = new double[2 * n + 1];
            for (int p = 0; p <= n; p++) {
                values[p] = Math.min(rise * (n - p), 1);
            }
            for (int p = 0; p < n; p++) {
                values[n + 1 + p] = wishes[p][k];
            }
            Arrays.sort(values);
            medians[k] = values[n];
        }
        return medians;
    }

    /** Exponentiated subgradient on the weighted sum of logarithms of utilities; the best point is kept. */
    static double[] nash(double[][] wishes, double[] budgets) {
        double[] mixture = mean(wishes, budgets);
        double[] best = mixture;
        double bestValue = Double.NEGATIVE_INFINITY;
        double all = Arrays.stream(budgets).sum();
        for (int i = 0; i < 4000; i++) {
            double value = 0;
            double[] gradient = new double[mixture.length];
            for (int p = 0; p < wishes.length; p++) {
                double utility = utility(mixture, wishes[p]) + 1e-12;
                value += budgets[p] * Math.log(utility);
                for (int k = 0; k < mixture.length; k++) {
                    gradient[k] += mixture[k] < wishes[p][k] ? budgets[p] / all / utility : 0;
                }
            }
            if (value > bestValue) {
                bestValue = value;
                best = mixture;
            }
            mixture = stepped(mixture, gradient, .3 / Math.sqrt(i + 1));
        }
        return best;
    }

    /** Exponentiated subgradient on the smallest utility; the best point is kept. */
    static double[] maximin(double[][] wishes) {
        double[] even = new double[wishes.length];
        Arrays.fill(even, 1);
        double[] mixture = mean(wishes, even);
        double[] best = mixture;
        double bestValue = -1;
        for (int i = 0; i < 6000; i++) {
            int worst = 0;
            for (int p = 1; p < wishes.length; p++) {
                worst = utility(mixture, wishes[p]) < utility(mixture, wishes[worst]) ? p : worst;
            }
            double value = utility(mixture, wishes[worst]);
            if (value > bestValue) {
                bestValue = value;
                best = mixture;
            }
            double[] gradient = new double[mixture.length];
            for (int k = 0; k < gradient.length; k++) {
                gradient[k] = mixture[k] < wishes[worst][k] ? 1 : 0;
            }
            mixture = stepped(mixture, gradient, .5 / Math.sqrt(i + 1));
        }
        return best;
    }

    private static double[] stepped(double[] mixture, double[] gradient, double step) {
        double[] next = new double[mixture.length];
        for (int k = 0; k < next.length; k++) {
            next[k] = mixture[k] * Math.exp(step * gradient[k]);
        }
        return normalized(next);
    }

    private static double[] normalized(double[] values) {
        double sum = Arrays.stream(values).sum();
        return sum <= 0 ? values : Arrays.stream(values).map(v -> v / sum).toArray();
    }
}
