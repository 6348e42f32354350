package org.florilegium.curate;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.Serializable;
import java.util.Map;

/**
 * What one rule of aggregation would make of the profiles' wishes; all rules are shown, one is used.
 *
 * @param aggregation name of the rule
 * @param dimension what the shares are shares of
 * @param shares wished share by cell
 * @param utility overlap of these shares with each profile's own wish, 0 to 1
 * @param leastUtility smallest of them
 * @param used whether this rule made the release
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Comparison(
        String aggregation,
        String dimension,
        Map<String, Double> shares,
        Map<String, Double> utility,
        double leastUtility,
        boolean used)
        implements Serializable {}
