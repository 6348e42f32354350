package org.florilegium.curate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts rows by cell and the reason they were lost for; an empty reason is a row that stays. */
final class LossLedger {
    /** Below this many rows a loss of more than half says little. */
    private static final int ENOUGH = 10;

    private static final String NEAR_DUPLICATE = "near_duplicate";

    private final Map<String, Map<String, Map<String, Long>>> rows = new TreeMap<>();

    void count(String dimension, String cell, String reason) {
        rows.computeIfAbsent(dimension, d -> new TreeMap<>())
                .computeIfAbsent(cell, c -> new TreeMap<>())
                .merge(reason, 1L, Long::sum);
    }

    List<Audit.Loss> losses() {
        List<Audit.Loss> losses = new ArrayList<>();
        rows.forEach((dimension, cells) ->
                cells.forEach((cell, reasons) -> losses.add(loss(dimension, cell, new TreeMap<>(reasons)))));
        return losses;
    }

    private static Audit.Loss loss(String dimension, String cell, Map<String, Long> reasons) {
        long all = reasons.values().stream().mapToLong(n -> n).sum();
        reasons.remove("");
        Map<String, Long> byRules = new TreeMap<>(reasons);
        byRules.remove(NEAR_DUPLICATE);
        byRules.remove(Choice.NOT_DRAWN);
        long lost = byRules.values().stream().mapToLong(n -> n).sum();
        String blamed = byRules.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("");
        return new Audit.Loss(
                dimension,
                cell,
                all,
                lost,
                reasons.getOrDefault(NEAR_DUPLICATE, 0L),
                reasons.getOrDefault(Choice.NOT_DRAWN, 0L),
                reasons,
                all >= ENOUGH && 2 * lost > all ? blamed : "");
    }
}
