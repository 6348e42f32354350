package org.florilegium.balance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shares that a profile wants along one dimension, for example {@code tradition}.
 *
 * <p>A cell's wish is supply to the power {@code alpha}: 1 is natural, 0 is uniform (with {@code cap} and the limit on
 * copies, UniMax), between them a temperature. Cells named in {@code shares} get exactly that wish and the others divide
 * the rest. The unknown cell has a share of its own.
 *
 * @param dimension what the cells are cells of: {@code tradition}, {@code language} or {@code region}
 * @param alpha power of the supply, 0 to 1
 * @param shares wished share of the budget by cell name, each above 0, together at most 1
 * @param unknown share of the unknown cell, 0 to 1, or {@link #NATURAL} for its share of the supply
 * @param floorShare floor of every known cell as a share of the budget, 0 to 1
 * @param floorSupply the floor never asks for more than this part of a cell's supply, 0 to 1, so that a floor can never
 *     force repetition
 * @param cap most that a known cell may take of the budget, above 0 to 1
 */
public record Target(
        String dimension,
        double alpha,
        Map<String, Double> shares,
        double unknown,
        double floorShare,
        double floorSupply,
        double cap)
        implements Serializable {

    /** Value of {@code unknown} that keeps the unknown cell at its share of the supply. */
    public static final double NATURAL = -1;

    /** Name of the cell that holds what nothing is known about. */
    public static final String UNKNOWN = "unknown";

    public Target {
        shares = Collections.unmodifiableMap(new TreeMap<>(shares));
        requireUnit(dimension, "alpha", alpha);
        requireUnit(dimension, "floor_share", floorShare);
        requireUnit(dimension, "floor_supply", floorSupply);
        requireUnit(dimension, "cap", cap);
        if (unknown != NATURAL) {
            requireUnit(dimension, "unknown", unknown);
        }
        double named = shares.values().stream().mapToDouble(Double::doubleValue).sum() + Math.max(0, unknown);
        if (!(named <= 1 + 1e-9) || shares.values().stream().anyMatch(share -> !(share >= 0))) {
            throw new IllegalArgumentException("target of '" + dimension
                    + "': shares must be 0 or more and together with the unknown one at most 1, were " + shares);
        }
    }

    /** Supply to the power {@code alpha}, the unknown cell at its natural share, no floors and no caps. */
    public static Target temperature(String dimension, double alpha) {
        return new Target(dimension, alpha, Map.of(), NATURAL, 0, 0, 1);
    }

    public Target withUnknown(double share) {
        return new Target(dimension, alpha, shares, share, floorShare, floorSupply, cap);
    }

    public Target withFloor(double share, double ofSupply) {
        return new Target(dimension, alpha, shares, unknown, share, ofSupply, cap);
    }

    public Target withCap(double share) {
        return new Target(dimension, alpha, shares, unknown, floorShare, floorSupply, share);
    }

    public Target withShares(Map<String, Double> explicit) {
        return new Target(dimension, alpha, explicit, unknown, floorShare, floorSupply, cap);
    }

    /**
     * Projects the wish onto floors and caps: the feasible point nearest to it in the Kullback-Leibler sense.
     *
     * @param cells names of this dimension's cells; cells named in {@code shares} may be missing
     * @param supply tokens that each cell holds
     * @param capacity most expected tokens that each cell can give, copies included
     * @param budget tokens to spend
     */
    public TargetPlan plan(List<String> cells, double[] supply, double[] capacity, double budget) {
        double[] wish = wish(cells, supply);
        double[] low = new double[wish.length];
        double[] high = new double[wish.length];
        for (int k = 0; k < wish.length; k++) {
            boolean known = !cells.get(k).equals(UNKNOWN);
            high[k] = known ? Math.min(capacity[k], cap * budget) : capacity[k];
            low[k] = known ? Math.min(high[k], Math.min(floorSupply * supply[k], floorShare * budget)) : 0;
        }
        double[] tokens = Projection.of(wish, low, high, budget);
        List<Shortfall> unmet = new ArrayList<>(missing(cells, budget));
        double reached = Arrays.stream(tokens).sum();
        if (reached < budget * (1 - 1e-6)) {
            unmet.add(new Shortfall(dimension, "budget", budget, reached, "caps_hold_less_than_the_budget"));
        }
        for (int k = 0; k < wish.length; k++) {
            if (tokens[k] < wish[k] * budget * (1 - 1e-3)) {
                String reason = tokens[k] < high[k] * (1 - 1e-6)
                        ? "floors_of_other_cells"
                        : high[k] < capacity[k] ? "cap" : "supply_times_copies";
                unmet.add(new Shortfall(dimension, cells.get(k), wish[k] * budget, tokens[k], reason));
            }
        }
        return new TargetPlan(dimension, cells, supply, capacity, scaled(wish, budget), tokens, unmet);
    }

    private double[] wish(List<String> cells, double[] supply) {
        double all = Arrays.stream(supply).sum();
        double[] wish = new double[supply.length];
        double left = 1;
        double open = 0;
        for (int k = 0; k < wish.length; k++) {
            double fixed = fixedShare(cells.get(k), all == 0 ? 0 : supply[k] / all);
            wish[k] = Math.max(0, fixed);
            left -= wish[k];
            open += fixed < 0 ? power(supply[k]) : 0;
        }
        for (int k = 0; k < wish.length; k++) {
            if (fixedShare(cells.get(k), 0) < 0 && open > 0) {
                wish[k] = Math.max(0, left) * power(supply[k]) / open;
            }
        }
        return wish;
    }

    /** Share that is not subject to the power of the supply, or a negative number. */
    private double fixedShare(String cell, double natural) {
        if (cell.equals(UNKNOWN)) {
            return unknown == NATURAL ? natural : unknown;
        }
        return shares.getOrDefault(cell, -1.0);
    }

    private double power(double supply) {
        return supply <= 0 ? 0 : Math.pow(supply, alpha);
    }

    private List<Shortfall> missing(List<String> cells, double budget) {
        List<Shortfall> missing = new ArrayList<>();
        shares.forEach((cell, share) -> {
            if (share > 0 && !cells.contains(cell)) {
                missing.add(new Shortfall(dimension, cell, share * budget, 0, "no_supply"));
            }
        });
        return missing;
    }

    private static double[] scaled(double[] shares, double budget) {
        return Arrays.stream(shares).map(share -> share * budget).toArray();
    }

    private static void requireUnit(String dimension, String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "target of '" + dimension + "': " + name + " must be 0 to 1, was " + value);
        }
    }
}
