package org.florilegium.balance;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * The Gram solve: copies per unit of membership whose totals come nearest to the target, and the raking coefficients
 * that imitate them, from which Newton's method starts.
 */
final class GramStart {
    private static final int ITERATIONS = 2000;
    private static final double RIDGE = 1e-6;

    private final Memberships memberships;
    private final Columns columns;

    GramStart(Memberships memberships, Columns columns) {
        this.memberships = memberships;
        this.columns = columns;
    }

    /**
     * @param target wished tokens by column
     * @param limit most copies per unit of membership
     * @param baseline intensity that spends the budget evenly
     */
    double[] coefficients(double[] target, double limit, double baseline) {
        double[][] gram = gram();
        double[] rho = copiesPerMembership(gram, target, limit);
        double[] right = new double[target.length];
        for (int i = 0; i < memberships.size(); i++) {
            columns.load(i);
            double most = memberships.limit(i);
            double wished = 0;
            for (int e = 0; e < columns.size; e++) {
                wished += rho[columns.column[e]] * columns.value[e];
            }
            double inside = Math.max(.02 * most, Math.min(.98 * most, wished));
            double z = Math.log(inside / (most - inside)) - Weights.offset(baseline, most);
            for (int e = 0; e < columns.size; e++) {
                right[columns.column[e]] += memberships.tokens(i) * columns.value[e] * z;
            }
        }
        return leastSquares(gram, right);
    }

    private double[][] gram() {
        double[][] gram = new double[columns.count()][columns.count()];
        for (int i = 0; i < memberships.size(); i++) {
            columns.load(i);
            for (int e = 0; e < columns.size; e++) {
                for (int f = 0; f < columns.size; f++) {
                    gram[columns.column[e]][columns.column[f]] +=
                            memberships.tokens(i) * columns.value[e] * columns.value[f];
                }
            }
        }
        return gram;
    }

    /** Minimizes the relative error of {@code gram * rho} in the box 0 to {@code limit} by accelerated projected gradient. */
    private static double[] copiesPerMembership(double[][] gram, double[] target, double limit) {
        int size = target.length;
        double most = Arrays.stream(target).max().orElse(0);
        double[][] relative = new double[size][];
        for (int j = 0; j < size; j++) {
            double scale = Math.max(target[j], 1e-6 * most);
            relative[j] = Arrays.stream(gram[j]).map(g -> g / scale).toArray();
        }
        double[][] square = product(relative);
        double step = 1 / Math.max(1e-12, largestRowSum(square));
        double[] pull = new double[size];
        double[] rho = new double[size];
        for (int k = 0; k < size; k++) {
            for (int j = 0; j < size; j++) {
                pull[k] += target[j] > 0 ? relative[j][k] : 0;
            }
            rho[k] = Math.min(
                    limit, target[k] / Math.max(1e-9, Arrays.stream(gram[k]).sum()));
        }
        return descend(square, pull, rho, step, limit);
    }

    private static double[] descend(double[][] square, double[] pull, double[] start, double step, double limit) {
        double[] rho = start;
        double[] ahead = start.clone();
        double momentum = 1;
        for (int i = 0; i < ITERATIONS; i++) {
            double[] next = new double[rho.length];
            for (int k = 0; k < next.length; k++) {
                double gradient = -pull[k];
                for (int j = 0; j < next.length; j++) {
                    gradient += square[k][j] * ahead[j];
                }
                next[k] = Math.max(0, Math.min(limit, ahead[k] - step * gradient));
            }
            double following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            for (int k = 0; k < next.length; k++) {
                ahead[k] = next[k] + (momentum - 1) / following * (next[k] - rho[k]);
            }
            rho = next;
            momentum = following;
        }
        return rho;
    }

    private static double[][] product(double[][] a) {
        int size = a.length;
        double[][] square = new double[size][size];
        for (double[] row : a) {
            for (int k = 0; k < size; k++) {
                for (int j = 0; row[k] != 0 && j < size; j++) {
                    square[k][j] += row[k] * row[j];
                }
            }
        }
        return square;
    }

    private static double largestRowSum(double[][] matrix) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> Arrays.stream(row).map(Math::abs).sum())
                .max()
                .orElse(0);
    }

    private static double[] leastSquares(double[][] gram, double[] right) {
        int size = right.length;
        double[][] scaled = new double[size][size];
        double[] scaledRight = new double[size];
        double[] scale = new double[size];
        for (int k = 0; k < size; k++) {
            scale[k] = 1 / Math.sqrt(Math.max(gram[k][k], 1e-9));
        }
        for (int j = 0; j < size; j++) {
            scaledRight[j] = right[j] * scale[j];
            for (int k = 0; k <= j; k++) {
                scaled[j][k] = gram[j][k] * scale[j] * scale[k];
                scaled[k][j] = scaled[j][k];
            }
            scaled[j][j] += RIDGE;
        }
        double[] solved = new CholeskyDecomposition(new Array2DRowRealMatrix(scaled, false))
                .getSolver()
                .solve(new ArrayRealVector(scaledRight, false))
                .toArray();
        for (int k = 0; k < size; k++) {
            solved[k] *= scale[k];
        }
        return solved;
    }
}
