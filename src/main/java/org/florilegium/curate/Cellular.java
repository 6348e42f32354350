package org.florilegium.curate;

import java.util.List;
import org.florilegium.balance.Membership;
import org.florilegium.balance.Target;
import org.florilegium.document.Attribution;

/** The cells that a row belongs to in each dimension; in every dimension its memberships sum to 1. */
final class Cellular {
    /** Dimensions that a target can have. */
    static final List<String> DIMENSIONS = List.of("language", "region", "tradition");

    private Cellular() {}

    /** Fills {@code into} with the cells of {@code features} in the wanted dimensions. */
    static Membership fill(Membership into, Features features, List<String> dimensions) {
        into.clear();
        for (String dimension : dimensions) {
            switch (dimension) {
                case "tradition" -> traditions(into, features.traditions());
                case "language" -> into.add(dimension, language(features), 1);
                case "region" -> regions(into, features.regions());
                default ->
                    throw new IllegalArgumentException(
                            "dimension must be one of " + DIMENSIONS + ", was '" + dimension + "'");
            }
        }
        return into;
    }

    static String language(Features features) {
        return features.language().isEmpty() || features.language().equals("und")
                ? Target.UNKNOWN
                : features.language();
    }

    private static void traditions(Membership into, List<Attribution> attributions) {
        double known =
                attributions.stream().mapToDouble(Attribution::probability).sum();
        for (Attribution attribution : attributions) {
            into.add("tradition", attribution.name(), attribution.probability() / Math.max(1, known));
        }
        into.add("tradition", Target.UNKNOWN, Math.max(0, 1 - known));
    }

    private static void regions(Membership into, List<String> regions) {
        for (String region : regions) {
            into.add("region", region, 1.0 / regions.size());
        }
        into.add("region", Target.UNKNOWN, regions.isEmpty() ? 1 : 0);
    }
}
