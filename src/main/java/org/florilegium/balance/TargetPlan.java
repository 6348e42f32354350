package org.florilegium.balance;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A target after projection onto what the corpus can give.
 *
 * @param dimension what the cells are cells of
 * @param cells cell names in the order of the arrays
 * @param supply tokens that each cell holds
 * @param capacity most expected tokens that each cell can give
 * @param wished tokens that the wish alone would give each cell
 * @param tokens feasible target in tokens
 * @param unmet wishes that could not be met, with the reason
 */
public record TargetPlan(
        String dimension,
        List<String> cells,
        double[] supply,
        double[] capacity,
        double[] wished,
        double[] tokens,
        List<Shortfall> unmet)
        implements Serializable {

    public TargetPlan {
        cells = List.copyOf(cells);
        unmet = List.copyOf(unmet);
    }

    /** Tokens of all cells together. */
    public double total() {
        return Arrays.stream(tokens).sum();
    }
}
