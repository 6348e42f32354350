package org.florilegium.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one label of a classifier is calibrated: pooled over all languages, by language group where there was enough to
 * calibrate on, and joined with the tier before where that was fitted.
 *
 * @param languages which group a language belongs to
 * @param groups calibration by group; {@link LanguageGroups#POOLED} is always there
 * @param fusion how the label is joined with the first tier, where it was fitted
 */
record LabelCalibration(LanguageGroups languages, Map<String, Calibration> groups, Optional<Fusion> fusion) {
    LabelCalibration {
        groups = Map.copyOf(groups);
    }

    /** The calibration for text in {@code language}, a BCP-47 tag. */
    Calibration in(String language) {
        return in(groups, languages.of(language));
    }

    static Calibration in(Map<String, Calibration> groups, String group) {
        Calibration own = groups.get(group);
        return own != null ? own : Objects.requireNonNull(groups.get(LanguageGroups.POOLED));
    }

    /** Reads {@code groups}, or the knots of a single calibration, and {@code fusion}. */
    static LabelCalibration read(
            String file, String label, LanguageGroups languages, JsonNode node, List<String> faults) {
        String path = "labels." + label;
        Map<String, Calibration> groups = groups(file, path, node, faults);
        JsonNode fusion = node.path("fusion");
        return new LabelCalibration(
                languages,
                groups,
                fusion.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(Fusion.read(file, path + ".fusion", languages, fusion, faults)));
    }

    static Map<String, Calibration> groups(String file, String path, JsonNode node, List<String> faults) {
        if (!node.has("groups")) {
            return Map.of(LanguageGroups.POOLED, Calibration.read(file, path, node, faults));
        }
        Map<String, Calibration> groups = new TreeMap<>();
        node.path("groups")
                .properties()
                .forEach(group -> groups.put(
                        group.getKey(),
                        Calibration.read(file, path + ".groups." + group.getKey(), group.getValue(), faults)));
        if (!groups.containsKey(LanguageGroups.POOLED)) {
            faults.add(
                    file + ": " + path + ".groups: expected '" + LanguageGroups.POOLED + "', found " + groups.keySet());
        }
        return groups;
    }
}
