package org.florilegium.balance;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * Bounded raking after Deville and Särndal (1992) with the logit distance, over soft memberships.
 *
 * <p>Document {@code i} with limit {@code E} and memberships {@code x} gets the intensity {@code E / (1 + exp(-z))},
 * {@code z = beta . x + log(d / (E - d))}, {@code d} being the baseline that spends the budget evenly; so no intensity ever
 * leaves 0 to {@code E}. The coefficients minimize the convex dual by damped Newton steps. A small ridge, relative to each
 * target, keeps them finite where targets cannot all be met and then gives the point nearest to them.
 */
final class IntensitySolver {
    private static final double RIDGE = 1e-6;
    private static final double TOLERANCE = 1e-11;
    private static final int ITERATIONS = 200;
    private static final double SMALLEST_STEP = 1e-7;

    private final Memberships memberships;
    private final Columns columns;
    private final double[] target;
    private final double[] weight;
    private final double baseline;
    private int iterations;

    /**
     * @param target wished tokens by column
     * @param budget tokens to spend in each dimension, above 0
     * @param baseline intensity that spends the budget evenly
     */
    IntensitySolver(Memberships memberships, Columns columns, double[] target, double budget, double baseline) {
        this.memberships = memberships;
        this.columns = columns;
        this.target = target;
        this.baseline = baseline;
        this.weight = Arrays.stream(target).map(t -> Math.max(t, 1e-9 * budget)).toArray();
    }

    /** Coefficient of every column, started from the better of {@code start} and zero. */
    double[] solve(double[] start) {
        double[] beta = new double[columns.count()];
        Dual here = dual(beta, true);
        double[] guess = Arrays.copyOf(start, beta.length);
        Dual there = dual(guess, true);
        if (there.value < here.value) {
            beta = guess;
            here = there;
        }
        for (iterations = 0; iterations < ITERATIONS; iterations++) {
            double[] step = step(here);
            double slope = dot(here.gradient, step);
            if (-slope < TOLERANCE * Arrays.stream(weight).sum()) {
                break;
            }
            double length = 1;
            double[] next = along(beta, step, length);
            while (dual(next, false).value > here.value + 1e-4 * length * slope && length > SMALLEST_STEP) {
                length /= 2;
                next = along(beta, step, length);
            }
            if (length <= SMALLEST_STEP) {
                break;
            }
            beta = next;
            here = dual(beta, true);
        }
        return beta;
    }

    int iterations() {
        return iterations;
    }

    /** Expected tokens by column under {@code beta}. */
    double[] totals(double[] beta) {
        double[] totals = new double[columns.count()];
        for (int i = 0; i < memberships.size(); i++) {
            columns.load(i);
            double limit = memberships.limit(i);
            double spent = memberships.tokens(i) * limit * sigmoid(logit(beta, limit));
            for (int e = 0; e < columns.size; e++) {
                totals[columns.column[e]] += spent * columns.value[e];
            }
        }
        return totals;
    }

    /** Value, gradient and, where asked for, Hessian of the dual at one point, divided by nothing. */
    private static final class Dual {
        double value;
        final double[] gradient;
        final double[][] hessian;

        Dual(int size, boolean curved) {
            gradient = new double[size];
            hessian = new double[curved ? size : 0][size];
        }
    }

    private Dual dual(double[] beta, boolean curved) {
        Dual dual = new Dual(beta.length, curved);
        for (int i = 0; i < memberships.size(); i++) {
            columns.load(i);
            double limit = memberships.limit(i);
            double z = logit(beta, limit);
            double tokens = memberships.tokens(i) * limit;
            dual.value += tokens * softplus(z);
            if (curved) {
                double p = sigmoid(z);
                curve(dual, tokens * p, tokens * p * (1 - p));
            }
        }
        for (int k = 0; k < beta.length; k++) {
            double ridge = RIDGE * weight[k];
            dual.value += beta[k] * (ridge * beta[k] / 2 - target[k]);
            dual.gradient[k] += ridge * beta[k] - target[k];
            if (curved) {
                dual.hessian[k][k] += ridge;
            }
        }
        return dual;
    }

    private void curve(Dual dual, double spent, double slope) {
        for (int e = 0; e < columns.size; e++) {
            int j = columns.column[e];
            dual.gradient[j] += spent * columns.value[e];
            double part = slope * columns.value[e];
            for (int f = 0; f < columns.size; f++) {
                dual.hessian[j][columns.column[f]] += part * columns.value[f];
            }
        }
    }

    private double logit(double[] beta, double limit) {
        double z = Weights.offset(baseline, limit);
        for (int e = 0; e < columns.size; e++) {
            z += beta[columns.column[e]] * columns.value[e];
        }
        return z;
    }

    /** Newton step, in variables scaled so that the ridge is the same for every column. */
    private double[] step(Dual dual) {
        int size = dual.gradient.length;
        double[] scale = Arrays.stream(weight).map(w -> 1 / Math.sqrt(w)).toArray();
        double[][] scaled = new double[size][size];
        double[] right = new double[size];
        for (int j = 0; j < size; j++) {
            right[j] = -dual.gradient[j] * scale[j];
            for (int k = 0; k <= j; k++) {
                scaled[j][k] = (dual.hessian[j][k] + dual.hessian[k][j]) / 2 * scale[j] * scale[k];
                scaled[k][j] = scaled[j][k];
            }
        }
        double[] step = new CholeskyDecomposition(new Array2DRowRealMatrix(scaled, false))
                .getSolver()
                .solve(new ArrayRealVector(right, false))
                .toArray();
        for (int k = 0; k < size; k++) {
            step[k] *= scale[k];
        }
        return step;
    }

    private static double[] along(double[] from, double[] step, double length) {
        double[] to = from.clone();
        for (int k = 0; k < to.length; k++) {
            to[k] += length * step[k];
        }
        return to;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static double softplus(double z) {
        return z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
    }

    static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
