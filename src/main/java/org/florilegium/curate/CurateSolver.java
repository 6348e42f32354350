package org.florilegium.curate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.florilegium.balance.Membership;
import org.florilegium.balance.Memberships;
import org.florilegium.balance.Mixture;
import org.florilegium.balance.Target;

/**
 * Reads the features of all rows once and solves the release.
 *
 * <p>Memory is that of the sparse memberships of the rows that some profile takes. The order of rows does not matter.
 */
public final class CurateSolver {
    private static final double MICRO = 1e6;

    private final Chooser.Rules rules;
    private final Chooser chooser;
    private final List<Memberships> lots = new ArrayList<>();
    private final List<List<String>> dimensions = new ArrayList<>();
    private final List<String> allDimensions;
    private final Map<String, Map<String, Long>> supply = new TreeMap<>();
    private long tokens;

    /**
     * @param profiles at least one, with different names
     * @param labels installed labels in the order of each passage's calls
     * @param reviewed traditions that a steward has signed
     * @param seed the pipeline's seed
     */
    public CurateSolver(
            CurateSpec spec,
            List<Profile> profiles,
            List<String> labels,
            Set<String> reviewed,
            NonNegotiables nonNegotiables,
            KeeperLookup keepers,
            String seed) {
        if (profiles.isEmpty()
                || profiles.stream().map(Profile::name).distinct().count() < profiles.size()) {
            throw new IllegalArgumentException("profiles must be at least one, with different names, were "
                    + profiles.stream().map(Profile::name).toList());
        }
        rules = new Chooser.Rules(
                spec, List.copyOf(profiles), List.copyOf(labels), Set.copyOf(reviewed), nonNegotiables, keepers, seed);
        chooser = new Chooser(rules);
        allDimensions = profiles.stream()
                .flatMap(profile -> profile.wants().stream().map(Target::dimension))
                .distinct()
                .sorted()
                .toList();
        boolean quota = spec.aggregation() == Aggregation.QUOTA;
        for (Profile profile : quota ? profiles : profiles.subList(0, 1)) {
            lots.add(new Memberships());
            dimensions.add(quota ? Lot.dimensions(profile.wants()) : allDimensions);
        }
    }

    /** Takes a row into account. */
    public void add(Features features) {
        Chooser.Charged charged = chooser.charge(features);
        if (charged.profile() < 0) {
            return;
        }
        int lot = lots.size() == 1 ? 0 : charged.profile();
        Membership membership = new Membership();
        long[] order = order(features.documentId());
        lots.get(lot)
                .add(
                        order[0],
                        order[1] + features.part(),
                        features.tokens(),
                        charged.limit(),
                        features.source(),
                        Cellular.fill(membership, features, dimensions.get(lot)));
        tokens += features.tokens();
        // whole numbers, so that the sum does not depend on the order
        Cellular.fill(membership, features, allDimensions)
                .forEach((dimension, cell, probability) -> supply.computeIfAbsent(dimension, d -> new TreeMap<>())
                        .merge(cell, Math.round(features.tokens() * probability * MICRO), Long::sum));
    }

    /** Solves over all rows added so far. */
    public CurationPlan solve() {
        CurateSpec spec = rules.spec();
        double budget = spec.budget() * tokens;
        double parts = rules.profiles().stream().mapToDouble(Profile::budget).sum();
        List<Lot> solved = new ArrayList<>();
        if (spec.aggregation() == Aggregation.QUOTA) {
            for (int p = 0; p < lots.size(); p++) {
                Profile profile = rules.profiles().get(p);
                solved.add(lot(profile.name(), budget * profile.budget() / parts, profile.wants(), lots.get(p)));
            }
        } else {
            List<Target> common = allDimensions.stream()
                    .map(dimension -> wishes(dimension).common(spec.aggregation()))
                    .toList();
            solved.add(lot("all", budget, common, lots.get(0)));
        }
        List<Comparison> comparisons = allDimensions.stream()
                .flatMap(dimension -> wishes(dimension).comparisons(spec.aggregation()).stream())
                .sorted(Comparator.comparing(Comparison::dimension))
                .toList();
        return new CurationPlan(rules, solved, comparisons);
    }

    private Lot lot(String name, double budget, List<Target> targets, Memberships memberships) {
        return Lot.of(
                name,
                budget,
                targets,
                Mixture.solve(memberships, targets, budget, rules.spec().maxSourceShare()));
    }

    private Wishes wishes(String dimension) {
        Map<String, Double> held = new TreeMap<>();
        supply.getOrDefault(dimension, Map.of()).forEach((cell, micro) -> held.put(cell, micro / MICRO));
        return new Wishes(dimension, rules.profiles(), held);
    }

    /** 128 bits that order documents: a base-32 id is 26 characters of 5 bits, so it is read as it stands. */
    private static long[] order(String documentId) {
        long[] bits = new long[2];
        for (int i = 0; i < documentId.length(); i++) {
            int half = i < 13 ? 0 : 1;
            bits[half] = bits[half] * 31 + documentId.charAt(i);
        }
        return bits;
    }
}
