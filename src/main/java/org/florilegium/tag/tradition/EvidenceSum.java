package org.florilegium.tag.tradition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what matched in the passages and the title of one document, tradition by tradition. */
final class EvidenceSum {
    private static final int MOST_EVIDENCE = 8;

    private final EvidenceWeights weights;
    private final Map<String, Double> evidence = new TreeMap<>();
    private final Map<String, Map<String, Double>> named = new TreeMap<>();
    private final Map<String, double[]> relations = new TreeMap<>();

    EvidenceSum(EvidenceWeights weights) {
        this.weights = weights;
    }

    /** Adds what one passage matched; {@code share} is the factor by which it counts. */
    void addPassage(List<TraditionQuery> matched, double share) {
        Map<String, Double> sums = new TreeMap<>();
        for (TraditionQuery query : matched) {
            sums.merge(query.tradition(), query.weight(), Double::sum);
            note(query, share);
        }
        sums.forEach((name, sum) -> evidence.merge(name, Math.min(sum, weights.cap()) * share, Double::sum));
    }

    /** Adds what the title matched. */
    void addTitle(List<TraditionQuery> matched) {
        for (TraditionQuery query : matched) {
            evidence.merge(query.tradition(), query.weight() * weights.title(), Double::sum);
            note(query, weights.title());
        }
    }

    private void note(TraditionQuery query, double share) {
        double amount = query.weight() * share;
        named.computeIfAbsent(query.tradition(), any -> new TreeMap<>()).merge(query.evidence(), amount, Double::sum);
        double[] sides = relations.computeIfAbsent(query.tradition(), any -> new double[2]);
        sides[0] += query.relation().equals("of") ? amount : 0;
        sides[1] += query.relation().equals("about") ? amount : 0;
    }

    /** Probability of each tradition by the text alone: 1 - exp(-E) for all, in proportion to their evidence. */
    Map<String, Double> probabilities() {
        double total =
                evidence.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> shares = new TreeMap<>();
        if (total > 0) {
            double all = 1 - Math.exp(-total);
            evidence.forEach((name, sum) -> shares.put(name, all * sum / total));
        }
        return shares;
    }

    /** What matched for {@code name}, strongest first. */
    List<String> strongest(String name) {
        Comparator<Map.Entry<String, Double>> byAmount = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return named.getOrDefault(name, Map.of()).entrySet().stream()
                .sorted(byAmount.thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_EVIDENCE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** {@code of} or {@code about} where one side has more than twice the other's evidence, otherwise unknown. */
    String relation(String name) {
        double[] sides = relations.getOrDefault(name, new double[2]);
        if (sides[0] > 2 * sides[1]) {
            return "of";
        }
        return sides[1] > 2 * sides[0] ? "about" : "unknown";
    }

    /** Traditions for which anything matched. */
    List<String> names() {
        return new ArrayList<>(evidence.keySet());
    }
}
