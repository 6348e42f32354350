package org.florilegium.balance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.document.DocumentId;

/**
 * What {@code weights.json} holds of one solved mixture: enough to compute the intensity of any document.
 *
 * @param baseline intensity that spends the budget evenly, 0 where there is nothing to spend
 * @param everything true where the budget takes all that the limits allow, so that every intensity is its limit
 * @param coefficients raking coefficient by cell, key {@code dimension:name}
 * @param sourceCoefficients further coefficient for the documents of a source in a cell, key {@code dimension:name|source}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Weights(
        @JsonProperty("baseline") double baseline,
        @JsonProperty("everything") boolean everything,
        @JsonProperty("coefficients") Map<String, Double> coefficients,
        @JsonProperty("source_coefficients") Map<String, Double> sourceCoefficients)
        implements Serializable {

    /** Weights under which every intensity is 0. */
    public static final Weights NOTHING = new Weights(0, false, Map.of(), Map.of());

    public Weights {
        coefficients = Collections.unmodifiableMap(new TreeMap<>(coefficients));
        sourceCoefficients = Collections.unmodifiableMap(new TreeMap<>(sourceCoefficients));
    }

    /**
     * Expected copies of one document, 0 to {@code limit}.
     *
     * @param source name of its source
     * @param limit most copies allowed, 0 or more
     */
    public double intensity(Membership membership, String source, double limit) {
        if (limit <= 0 || (baseline <= 0 && !everything)) {
            return 0;
        }
        if (everything) {
            return limit;
        }
        double z = offset(baseline, limit);
        for (int e = 0; e < membership.size; e++) {
            double coefficient = coefficients.getOrDefault(membership.keys[e], 0.0);
            if (!sourceCoefficients.isEmpty()) {
                coefficient += sourceCoefficients.getOrDefault(sourceKey(membership.keys[e], source), 0.0);
            }
            z += coefficient * membership.values[e];
        }
        return limit * IntensitySolver.sigmoid(z);
    }

    /** First 16 hexadecimal digits of the SHA-256 of all coefficients to the bit. */
    public String version() {
        StringBuilder text = new StringBuilder();
        text.append(Double.toHexString(baseline)).append(everything).append('\n');
        coefficients.forEach((key, beta) -> line(text, key, beta));
        text.append('\n');
        sourceCoefficients.forEach((key, beta) -> line(text, key, beta));
        return DocumentId.sha256Hex(text.toString()).substring(0, 16);
    }

    static String sourceKey(String cellKey, String source) {
        return cellKey + "|" + source;
    }

    /** Logit of the baseline within the limit; a baseline near or above the limit counts as 95 % of it. */
    static double offset(double baseline, double limit) {
        double inside = Math.min(baseline, .95 * limit);
        return Math.log(inside / (limit - inside));
    }

    private static void line(StringBuilder text, String key, double beta) {
        text.append(key).append('=').append(Double.toHexString(beta)).append('\n');
    }
}
