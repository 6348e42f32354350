package org.florilegium.balance;

import java.util.Arrays;

/** The Kullback-Leibler projection of shares onto a box with a fixed sum. */
final class Projection {
    private static final int BISECTIONS = 200;

    private Projection() {}

    /**
     * The point {@code clip(mu * wish, low, high)} whose sum is the budget, {@code mu} found by bisection; where floors
     * or caps make that sum impossible, the floors or the caps themselves. A cell with no wish stays at its floor.
     */
    static double[] of(double[] wish, double[] low, double[] high, double budget) {
        double upper = 1;
        while (sum(wish, low, high, upper) < budget && upper < 1e30) {
            upper *= 2;
        }
        double lower = 0;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (lower + upper) / 2;
            if (sum(wish, low, high, middle) < budget) {
                lower = middle;
            } else {
                upper = middle;
            }
        }
        return clip(wish, low, high, upper);
    }

    private static double sum(double[] wish, double[] low, double[] high, double mu) {
        return Arrays.stream(clip(wish, low, high, mu)).sum();
    }

    private static double[] clip(double[] wish, double[] low, double[] high, double mu) {
        double[] clipped = new double[wish.length];
        for (int k = 0; k < wish.length; k++) {
            clipped[k] = Math.max(low[k], Math.min(high[k], mu * wish[k]));
        }
        return clipped;
    }
}
