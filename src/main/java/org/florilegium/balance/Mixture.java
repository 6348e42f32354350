package org.florilegium.balance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A solved mixture: weights, the feasible targets they meet, and what could not be met.
 *
 * @param weights raking coefficients
 * @param plans feasible target of each dimension
 * @param expected expected tokens by cell key
 * @param unmet wishes that could not be met
 * @param iterations Newton steps of the last solve
 */
public record Mixture(
        Weights weights, List<TargetPlan> plans, Map<String, Double> expected, List<Shortfall> unmet, int iterations)
        implements Serializable {
    /** A cell further than this from its feasible target, relative to the budget, is reported. */
    private static final double MISSED = 1e-3;

    private static final int SOURCE_ROUNDS = 6;

    public Mixture {
        plans = List.copyOf(plans);
        expected = Map.copyOf(expected);
        unmet = List.copyOf(unmet);
    }

    /**
     * Finds the intensities that meet all targets at once.
     *
     * @param documents in any order; the outcome does not depend on it
     * @param targets at most one for each dimension
     * @param budget expected tokens to spend, 0 or more; more than the limits allow is cut to that and reported
     * @param maxSourceShare most that one source may take of a cell, above 0 to 1; see {@link SourceShares}
     */
    public static Mixture solve(Memberships documents, List<Target> targets, double budget, double maxSourceShare) {
        Memberships sorted = documents.canonical();
        requireTargets(sorted, targets);
        double supply = 0;
        double capacity = 0;
        double limit = 0;
        for (int i = 0; i < sorted.size(); i++) {
            supply += sorted.tokens(i);
            capacity += sorted.tokens(i) * sorted.limit(i);
            limit = Math.max(limit, sorted.limit(i));
        }
        List<TargetPlan> plans = plans(sorted, targets, Math.min(budget, capacity));
        List<Shortfall> unmet = new ArrayList<>();
        if (budget > capacity * (1 + 1e-9)) {
            unmet.add(new Shortfall("all", "budget", budget, capacity, "supply_times_copies"));
        }
        plans.forEach(plan -> unmet.addAll(plan.unmet()));
        if (budget <= 0 || capacity <= 0) {
            return new Mixture(Weights.NOTHING, plans, Map.of(), unmet, 0);
        }
        if (budget >= capacity * (1 - 1e-9) || plans.isEmpty()) {
            return even(sorted, plans, unmet, budget, capacity, supply);
        }
        return rake(sorted, plans, unmet, new Scale(budget, budget / supply, limit, maxSourceShare));
    }

    private static void requireTargets(Memberships documents, List<Target> targets) {
        List<String> dimensions = targets.stream().map(Target::dimension).toList();
        for (String key : documents.cellKeys()) {
            if (!dimensions.contains(Cells.dimension(key))) {
                throw new IllegalArgumentException(
                        "cell '" + key + "' needs a target for its dimension, had targets for " + dimensions);
            }
        }
    }

    private record Scale(double budget, double baseline, double limit, double maxSourceShare) {}

    /** No dimension to balance by, or a budget that takes everything. */
    private static Mixture even(
            Memberships sorted,
            List<TargetPlan> plans,
            List<Shortfall> unmet,
            double budget,
            double capacity,
            double supply) {
        boolean everything = budget >= capacity * (1 - 1e-9);
        Weights weights = new Weights(budget / supply, everything, Map.of(), Map.of());
        Map<String, Double> expected = new TreeMap<>();
        List<String> keys = sorted.cellKeys();
        for (int i = 0; i < sorted.size(); i++) {
            double rho = weights.intensity(new Membership(), "", sorted.limit(i));
            for (int e = sorted.start(i); e < sorted.end(i); e++) {
                expected.merge(keys.get(sorted.cell(e)), rho * sorted.tokens(i) * sorted.value(e), Double::sum);
            }
        }
        return new Mixture(weights, plans, expected, unmet, 0);
    }

    private static Mixture rake(Memberships sorted, List<TargetPlan> plans, List<Shortfall> unmet, Scale scale) {
        Columns columns = new Columns(sorted);
        SourceShares sources = new SourceShares(sorted, columns, scale.maxSourceShare());
        double[] cellTargets = cellTargets(sorted.cellKeys(), plans);
        double[] beta = {};
        double[] totals = {};
        int iterations = 0;
        for (int round = 0; round <= SOURCE_ROUNDS; round++) {
            double[] target = sources.extend(cellTargets);
            double[] start = round == 0
                    ? new GramStart(sorted, columns).coefficients(target, scale.limit(), scale.baseline())
                    : beta;
            IntensitySolver solver = new IntensitySolver(sorted, columns, target, scale.budget(), scale.baseline());
            beta = solver.solve(start);
            totals = solver.totals(beta);
            iterations = solver.iterations();
            if (round == SOURCE_ROUNDS || !sources.holdExcess(intensities(sorted, columns, beta, scale.baseline()))) {
                break;
            }
        }
        Weights weights = weights(sorted, columns, beta, scale.baseline());
        Map<String, Double> expected = new TreeMap<>();
        for (int k = 0; k < columns.cells(); k++) {
            expected.put(sorted.cellKeys().get(k), totals[k]);
        }
        unmet.addAll(missed(plans, expected, scale.budget()));
        unmet.addAll(sources.unmet(intensities(sorted, columns, beta, scale.baseline())));
        return new Mixture(weights, plans, expected, unmet, iterations);
    }

    private static float[] intensities(Memberships sorted, Columns columns, double[] beta, double baseline) {
        float[] rho = new float[sorted.size()];
        for (int i = 0; i < rho.length; i++) {
            columns.load(i);
            double z = Weights.offset(baseline, sorted.limit(i));
            for (int e = 0; e < columns.size; e++) {
                z += beta[columns.column[e]] * columns.value[e];
            }
            rho[i] = (float) (sorted.limit(i) * IntensitySolver.sigmoid(z));
        }
        return rho;
    }

    private static Weights weights(Memberships sorted, Columns columns, double[] beta, double baseline) {
        List<String> keys = sorted.cellKeys();
        Map<String, Double> cells = new TreeMap<>();
        Map<String, Double> sources = new TreeMap<>();
        for (int k = 0; k < beta.length; k++) {
            String key = keys.get(columns.cellOf(k));
            if (k < columns.cells()) {
                cells.put(key, beta[k]);
            } else {
                sources.put(Weights.sourceKey(key, sorted.sourceNames().get(columns.sourceOf(k))), beta[k]);
            }
        }
        return new Weights(baseline, false, cells, sources);
    }

    private static List<TargetPlan> plans(Memberships sorted, List<Target> targets, double budget) {
        List<String> keys = sorted.cellKeys();
        double[] supply = new double[keys.size()];
        double[] capacity = new double[keys.size()];
        for (int i = 0; i < sorted.size(); i++) {
            for (int e = sorted.start(i); e < sorted.end(i); e++) {
                double tokens = sorted.tokens(i) * sorted.value(e);
                supply[sorted.cell(e)] += tokens;
                capacity[sorted.cell(e)] += tokens * sorted.limit(i);
            }
        }
        List<TargetPlan> plans = new ArrayList<>();
        for (Target target : targets) {
            int[] own = new int[keys.size()];
            int count = 0;
            for (int k = 0; k < keys.size(); k++) {
                if (Cells.dimension(keys.get(k)).equals(target.dimension())) {
                    own[count++] = k;
                }
            }
            int[] cells = Arrays.copyOf(own, count);
            List<String> names =
                    Arrays.stream(cells).mapToObj(k -> Cells.name(keys.get(k))).toList();
            double[] held = Arrays.stream(cells).mapToDouble(k -> supply[k]).toArray();
            double[] most = Arrays.stream(cells).mapToDouble(k -> capacity[k]).toArray();
            plans.add(target.plan(names, held, most, budget));
        }
        return plans;
    }

    private static double[] cellTargets(List<String> keys, List<TargetPlan> plans) {
        double[] targets = new double[keys.size()];
        for (TargetPlan plan : plans) {
            for (int k = 0; k < plan.cells().size(); k++) {
                targets[keys.indexOf(Cells.key(plan.dimension(), plan.cells().get(k)))] = plan.tokens()[k];
            }
        }
        return targets;
    }

    private static List<Shortfall> missed(List<TargetPlan> plans, Map<String, Double> expected, double budget) {
        List<Shortfall> missed = new ArrayList<>();
        for (TargetPlan plan : plans) {
            for (int k = 0; k < plan.cells().size(); k++) {
                String cell = plan.cells().get(k);
                double reached = expected.getOrDefault(Cells.key(plan.dimension(), cell), 0.0);
                if (Math.abs(reached - plan.tokens()[k]) > MISSED * budget) {
                    missed.add(new Shortfall(
                            plan.dimension(), cell, plan.tokens()[k], reached, "conflicts_with_other_targets"));
                }
            }
        }
        return missed;
    }
}
