package org.florilegium.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * The language groups that a calibration tells apart, as {@code calibration.json} lists them.
 *
 * @param groups name of the group by primary language subtag
 */
record LanguageGroups(Map<String, String> groups) {
    /** The group of all languages that no list names. */
    static final String REST = "rest";

    /** The calibration of all languages together, which serves the groups that have none of their own. */
    static final String POOLED = "all";

    LanguageGroups {
        groups = Map.copyOf(groups);
    }

    /** The group of {@code language}, a BCP-47 tag. */
    String of(String language) {
        int dash = language.indexOf('-');
        return groups.getOrDefault(dash < 0 ? language : language.substring(0, dash), REST);
    }

    static LanguageGroups read(JsonNode node) {
        Map<String, String> groups = new HashMap<>();
        node.properties()
                .forEach(group -> group.getValue().forEach(language -> groups.put(language.asText(), group.getKey())));
        return new LanguageGroups(groups);
    }
}
