package org.florilegium.balance;

import java.util.Arrays;

/** Distances between two mixtures, each given in tokens by cell. */
public final class Divergence {
    private Divergence() {}

    /** Half the sum of the differences of shares, 0 to 1; a mixture of nothing differs from nothing by 0, else by 1. */
    public static double totalVariation(double[] a, double[] b) {
        double allA = Arrays.stream(a).sum();
        double allB = Arrays.stream(b).sum();
        if (allA <= 0 || allB <= 0) {
            return allA <= 0 && allB <= 0 ? 0 : 1;
        }
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += Math.abs(a[k] / allA - b[k] / allB);
        }
        return sum / 2;
    }

    /** Divergence of {@code a} from {@code b} in nats; -1 where it is infinite. */
    public static double kullbackLeibler(double[] a, double[] b) {
        double allA = Arrays.stream(a).sum();
        double allB = Arrays.stream(b).sum();
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            if (a[k] > 0 && b[k] <= 0) {
                return -1;
            }
            sum += a[k] > 0 ? a[k] / allA * Math.log(a[k] / allA * allB / b[k]) : 0;
        }
        return sum;
    }
}
