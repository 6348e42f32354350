package org.florilegium.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds every source to its share of each cell: a source that takes more gets a column of its own in the raking, whose
 * target is that share of the cell's target.
 *
 * <p>A cell with fewer sources than the share allows for (fewer than four at a quarter) cannot obey, so it is left alone and reported,
 * and so is what stays above the share by more than a twentieth of it after raking.
 */
final class SourceShares {
    private static final double TOLERANCE = 1.02;
    private static final double REPORTED = 1.05;

    private final Memberships memberships;
    private final Columns columns;
    private final double share;
    private final int[] sourcesOfCell;

    SourceShares(Memberships memberships, Columns columns, double share) {
        this.memberships = memberships;
        this.columns = columns;
        this.share = share;
        this.sourcesOfCell = countSources();
    }

    /** Targets of all columns: those of the cells, and the share of its cell for each held source. */
    double[] extend(double[] cellTargets) {
        double[] targets = Arrays.copyOf(cellTargets, columns.count());
        for (int k = columns.cells(); k < targets.length; k++) {
            targets[k] = share * cellTargets[columns.cellOf(k)];
        }
        return targets;
    }

    /** Holds the sources that exceed their share under these intensities; false where there are none left to hold. */
    boolean holdExcess(float[] intensities) {
        boolean found = false;
        for (Map.Entry<Long, Double> excess : excess(intensities, TOLERANCE).entrySet()) {
            int source = (int) (excess.getKey() >>> 32);
            int cell = (int) (excess.getKey() & 0xffffffffL);
            if (sourcesOfCell[cell] * share >= 1 && !columns.holds(source, cell)) {
                columns.hold(source, cell);
                found = true;
            }
        }
        return found;
    }

    /** Sources that exceed their share, each with what it takes. */
    List<Shortfall> unmet(float[] intensities) {
        double[] cells = cellTotals(intensities);
        List<Shortfall> unmet = new ArrayList<>();
        excess(intensities, REPORTED).forEach((pair, tokens) -> {
            int cell = (int) (pair & 0xffffffffL);
            String key = memberships.cellKeys().get(cell);
            String source = memberships.sourceNames().get((int) (pair >>> 32));
            String reason = sourcesOfCell[cell] * share >= 1 ? "source_share" : "too_few_sources";
            unmet.add(new Shortfall(
                    Cells.dimension(key), Cells.name(key) + "|" + source, share * cells[cell], tokens, reason));
        });
        return unmet;
    }

    /** Tokens by source and cell where they exceed the share, in the order of source and cell. */
    private Map<Long, Double> excess(float[] intensities, double tolerance) {
        double[] cells = cellTotals(intensities);
        Map<Long, Double> excess = new TreeMap<>(bySource(intensities));
        excess.entrySet().removeIf(entry -> {
            double cell = cells[(int) (entry.getKey() & 0xffffffffL)];
            return entry.getValue() <= tolerance * share * cell || cell <= 0;
        });
        return excess;
    }

    private double[] cellTotals(float[] intensities) {
        double[] totals = new double[columns.cells()];
        for (int i = 0; i < intensities.length; i++) {
            double spent = memberships.tokens(i) * intensities[i];
            for (int e = memberships.start(i); e < memberships.end(i); e++) {
                totals[memberships.cell(e)] += spent * memberships.value(e);
            }
        }
        return totals;
    }

    private Map<Long, Double> bySource(float[] intensities) {
        Map<Long, Double> totals = new HashMap<>();
        if (share >= 1) {
            return totals;
        }
        for (int i = 0; i < intensities.length; i++) {
            double spent = memberships.tokens(i) * intensities[i];
            for (int e = memberships.start(i); e < memberships.end(i); e++) {
                long pair = (long) memberships.source(i) << 32 | memberships.cell(e);
                totals.merge(pair, spent * memberships.value(e), Double::sum);
            }
        }
        return totals;
    }

    private int[] countSources() {
        int[] count = new int[columns.cells()];
        float[] everyone = new float[memberships.size()];
        Arrays.fill(everyone, 1);
        bySource(everyone).keySet().forEach(pair -> count[(int) (pair & 0xffffffffL)]++);
        return count;
    }
}
