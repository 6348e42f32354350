package org.florilegium.balance;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.Serializable;
import java.util.List;

/**
 * What a dimension was meant to hold, what it is expected to hold, and what was drawn.
 *
 * @param dimension what the cells are cells of
 * @param cells one row a cell, sorted by name
 * @param totalVariationExpected distance of expected shares from the feasible target, 0 to 1
 * @param totalVariationDrawn distance of drawn shares from the feasible target, 0 to 1
 * @param totalVariationBefore distance of the supply's shares from the feasible target, 0 to 1
 * @param klDrawn Kullback-Leibler divergence of the feasible target from the drawn shares, in nats; -1 where a wanted cell
 *     was drawn empty
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record MixtureReport(
        String dimension,
        List<Row> cells,
        double totalVariationExpected,
        double totalVariationDrawn,
        double totalVariationBefore,
        double klDrawn)
        implements Serializable {

    public MixtureReport {
        cells = List.copyOf(cells);
    }

    /**
     * One cell, in tokens.
     *
     * @param supply tokens before rebalancing
     * @param wished tokens that the target's wish alone would give
     * @param target feasible target
     * @param expected sum of intensities
     * @param drawn sum of copies
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Row(String cell, double supply, double wished, double target, double expected, double drawn)
            implements Serializable {}

    /**
     * Compares a plan with what came of it.
     *
     * @param expected expected tokens by cell, in the order of the plan's cells
     * @param drawn drawn tokens by cell, in the same order
     */
    public static MixtureReport of(TargetPlan plan, double[] expected, double[] drawn) {
        List<Row> rows = new java.util.ArrayList<>();
        for (int k = 0; k < plan.cells().size(); k++) {
            rows.add(new Row(
                    plan.cells().get(k), plan.supply()[k], plan.wished()[k], plan.tokens()[k], expected[k], drawn[k]));
        }
        return new MixtureReport(
                plan.dimension(),
                rows,
                Divergence.totalVariation(expected, plan.tokens()),
                Divergence.totalVariation(drawn, plan.tokens()),
                Divergence.totalVariation(plan.supply(), plan.tokens()),
                Divergence.kullbackLeibler(plan.tokens(), drawn));
    }
}
