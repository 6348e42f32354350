package org.florilegium.filter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a recipe says of one text.
 *
 * @param keep whether every rule holds that does more than flag
 * @param reason the first of those that does not, in the words of the recipe's origin; empty if {@code keep}
 * @param message what that rule measured and its bound, empty if {@code keep}
 * @param failed reasons of all rules that do not hold, in the order of the rules
 * @param measurements all that was measured, by name, in the order of the rules; what a text is too short for is absent
 * @param text the text as the recipe edits it; empty where it edits nothing or does not keep
 */
public record Verdict(
        boolean keep,
        Optional<String> reason,
        String message,
        List<String> failed,
        Map<String, Double> measurements,
        Optional<String> text) {
    public Verdict {
        if (keep == reason.isPresent()) {
            throw new IllegalArgumentException("a verdict has a reason if and only if it does not keep");
        }
        failed = List.copyOf(failed);
        measurements = Collections.unmodifiableMap(new LinkedHashMap<>(measurements));
    }
}
