package org.florilegium.filter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a recipe says of one text.
 *
 * @param keep whether every rule holds
 * @param reason the first rule that does not, in the words of the recipe's origin; empty if {@code keep}
 * @param message what that rule measured and its bound, empty if {@code keep}
 * @param measurements all that was measured, by name, in the order of the rules; what a text is too short for is absent
 */
public record Verdict(boolean keep, Optional<String> reason, String message, Map<String, Double> measurements) {
    public Verdict {
        if (keep == reason.isPresent()) {
            throw new IllegalArgumentException("a verdict has a reason if and only if it does not keep");
        }
        measurements = Collections.unmodifiableMap(new LinkedHashMap<>(measurements));
    }
}
