package org.florilegium.curate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code curate} part of a pipeline file.
 *
 * @param aggregation how profiles are brought together
 * @param profiles profile files, relative to the pipeline file; none takes every document once
 * @param budget tokens to release as a part of the tokens in the reservoir, above 0; above 1 asks for repetition
 * @param maxCopies most copies of a document, 1 to 4
 * @param epochs how often the trainer will read the release, 1 or more; copies times epochs may be at most 4
 * @param maxSourceShare most of a cell that one source may fill, above 0 to 1
 */
public record CurateSpec(
        Aggregation aggregation, List<String> profiles, double budget, int maxCopies, int epochs, double maxSourceShare)
        implements Serializable {
    /** Up to this often a text is read about as usefully as fresh text (Muennighoff and others 2023). */
    public static final int MOST_READINGS = 4;

    public CurateSpec {
        profiles = List.copyOf(profiles);
        List<String> faults = faults(budget, maxCopies, epochs, maxSourceShare);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }

    public static CurateSpec defaults() {
        return new CurateSpec(
                Aggregation.QUOTA, List.of("profiles/plural.yaml", "profiles/practical-care.yaml"), .7, 4, 1, .25);
    }

    /** All faults of these values, each as {@code curate.key: what was expected, what was found}. */
    public static List<String> faults(double budget, int maxCopies, int epochs, double maxSourceShare) {
        List<String> faults = new ArrayList<>();
        if (!(budget > 0 && budget <= MOST_READINGS)) {
            faults.add("curate.budget: must be above 0 and at most 4, was " + budget);
        }
        if (maxCopies < 1 || epochs < 1 || maxCopies * (long) epochs > MOST_READINGS) {
            faults.add(
                    "curate.max_copies: max_copies times epochs must be 1 to 4, was " + maxCopies + " times " + epochs);
        }
        if (!(maxSourceShare > 0 && maxSourceShare <= 1)) {
            faults.add("curate.max_source_share: must be above 0 and at most 1, was " + maxSourceShare);
        }
        return faults;
    }
}
