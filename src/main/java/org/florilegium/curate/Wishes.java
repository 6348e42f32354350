package org.florilegium.curate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.balance.Target;

/** What all profiles wish for along one dimension, brought together by each rule. */
final class Wishes {
    private final String dimension;
    private final List<Profile> profiles;
    private final List<String> cells;
    private final double[][] shares;
    private final double[] budgets;

    /**
     * @param supply tokens by cell of the dimension
     */
    Wishes(String dimension, List<Profile> profiles, Map<String, Double> supply) {
        this.dimension = dimension;
        this.profiles = profiles;
        this.cells = List.copyOf(new TreeMap<>(supply).keySet());
        double[] held = cells.stream().mapToDouble(supply::get).toArray();
        double all = Arrays.stream(held).sum();
        this.shares = profiles.stream()
                .map(profile -> target(profile).plan(cells, held, held, all).wished())
                .map(wished ->
                        Arrays.stream(wished).map(w -> all == 0 ? 0 : w / all).toArray())
                .toArray(double[][]::new);
        this.budgets = profiles.stream().mapToDouble(Profile::budget).toArray();
    }

    /** The common target that the rule makes. */
    Target common(Aggregation rule) {
        double[] mixture = AggregateShares.of(rule, shares, budgets);
        Map<String, Double> explicit = new TreeMap<>();
        double unknown = 0;
        for (int k = 0; k < mixture.length; k++) {
            if (cells.get(k).equals(Target.UNKNOWN)) {
                unknown = Math.min(1, mixture[k]);
            } else {
                explicit.put(cells.get(k), mixture[k]);
            }
        }
        return Target.temperature(dimension, 1).withUnknown(unknown).withShares(explicit);
    }

    List<Comparison> comparisons(Aggregation used) {
        List<Comparison> all = new ArrayList<>();
        for (Aggregation rule : Aggregation.values()) {
            double[] mixture = AggregateShares.of(rule, shares, budgets);
            Map<String, Double> byCell = new TreeMap<>();
            for (int k = 0; k < mixture.length; k++) {
                byCell.put(cells.get(k), mixture[k]);
            }
            Map<String, Double> utility = new TreeMap<>();
            for (int p = 0; p < profiles.size(); p++) {
                utility.put(profiles.get(p).name(), AggregateShares.utility(mixture, shares[p]));
            }
            double least = utility.values().stream().mapToDouble(u -> u).min().orElse(0);
            all.add(new Comparison(rule.word(), dimension, byCell, utility, least, rule == used));
        }
        return all;
    }

    private Target target(Profile profile) {
        return profile.wants().stream()
                .filter(target -> target.dimension().equals(dimension))
                .findFirst()
                .orElse(Target.temperature(dimension, 1));
    }
}
