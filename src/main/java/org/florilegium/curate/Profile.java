package org.florilegium.curate;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.florilegium.balance.Target;

/**
 * What one community asks of a release.
 *
 * @param name short name, written in rows
 * @param steward who wrote it and answers for it
 * @param about what it is for, in plain words
 * @param budget its part of the release's budget in relation to other profiles, above 0
 * @param theories theories of the good life through which it wants to be audited
 * @param wants targets, at most one for each dimension
 * @param keepsOut rules on labels; they keep text out of this profile's share only
 * @param largestExcised most of a text that may be excised, 0 to 1; where more would go the whole document is set aside
 * @param flags rule flags that set a document aside, as {@code recipe:reason}
 * @param voices voices that are set aside
 * @param traditions traditions that are set aside where they are the most probable one
 * @param licences licences it takes, {@code *} at the end for any continuation; empty takes all
 * @param unknownLicence whether it takes documents of unknown licence
 * @param unreviewed whether traditions without a steward's signature may have more than one copy
 */
public record Profile(
        String name,
        String steward,
        String about,
        double budget,
        List<String> theories,
        List<Target> wants,
        List<LabelRule> keepsOut,
        double largestExcised,
        List<String> flags,
        List<String> voices,
        List<String> traditions,
        List<String> licences,
        boolean unknownLicence,
        boolean unreviewed)
        implements Serializable {
    /** Takes every document once, as it is: what is released where no community has written a profile. */
    public static Profile everything() {
        return new Profile(
                "everything",
                "",
                "all that is in the reservoir, once",
                1,
                List.of(),
                List.of(),
                List.of(),
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                true);
    }

    public Profile {
        theories = List.copyOf(theories);
        wants = List.copyOf(wants);
        keepsOut = List.copyOf(keepsOut);
        flags = List.copyOf(flags);
        voices = List.copyOf(voices);
        traditions = List.copyOf(traditions);
        licences = List.copyOf(licences);
        if (!(budget > 0) || !(largestExcised >= 0 && largestExcised <= 1)) {
            throw new IllegalArgumentException(
                    "profile '" + name + "': budget must be above 0 and largest_excised 0 to 1, were " + budget
                            + " and " + largestExcised);
        }
    }

    /**
     * This profile with each rule spelt out for the labels it counts for: those it covers that are calibrated, and
     * experimental ones only where the rule asks for them.
     *
     * @param labels installed labels
     * @param calibrated those of them that are calibrated
     */
    public Profile withRulesFor(List<String> labels, Set<String> calibrated) {
        List<LabelRule> counted = keepsOut.stream()
                .flatMap(rule -> labels.stream()
                        .filter(label -> rule.covers(label) && (rule.experimental() || calibrated.contains(label)))
                        .map(label -> new LabelRule(label, rule.stances(), rule.unclearAbove(), rule.experimental())))
                .toList();
        return new Profile(
                name,
                steward,
                about,
                budget,
                theories,
                wants,
                counted,
                largestExcised,
                flags,
                voices,
                traditions,
                licences,
                unknownLicence,
                unreviewed);
    }

    /** True where the profile takes text under {@code licence}, empty for unknown. */
    public boolean takes(String licence) {
        if (licence.isEmpty() || licence.equalsIgnoreCase("noassertion")) {
            return unknownLicence;
        }
        return licences.isEmpty() || licences.stream().anyMatch(taken -> matches(taken, licence));
    }

    private static boolean matches(String taken, String licence) {
        String pattern = taken.toLowerCase(Locale.ROOT);
        String value = licence.toLowerCase(Locale.ROOT);
        return pattern.endsWith("*")
                ? value.startsWith(pattern.substring(0, pattern.length() - 1))
                : value.equals(pattern);
    }
}
