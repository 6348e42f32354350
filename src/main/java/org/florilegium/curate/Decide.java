package org.florilegium.curate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.florilegium.curate.Features.PassageMarks;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.florilegium.row.Excision;

/**
 * Decides what one profile does with a row.
 *
 * <p>First match wins: licence, voice, tradition and flags set aside; passages that a label rule names are excised, or the
 * row set aside where they are most of it; an undecided label abstains; the rest is kept. Words of harm alone
 * never count: the stance must be one the rule names, so testimony, counter-speech and scripture stay. Scores are
 * never added to or subtracted from each other.
 */
public final class Decide implements Serializable {
    private static final String UNCLEAR = "unclear";

    private final Profile profile;
    private final List<String> labels;

    /**
     * @param labels installed labels in the order of each passage's calls
     */
    public Decide(Profile profile, List<String> labels) {
        this.profile = profile;
        this.labels = List.copyOf(labels);
    }

    public Decision of(Features features) {
        String aside = setAside(features);
        if (!aside.isEmpty()) {
            return Decision.of(Decision.Kind.SET_ASIDE, aside);
        }
        List<Excision> kept = excisions(features);
        if (!kept.isEmpty()) {
            return excise(features, kept);
        }
        if (undecided(features)) {
            return Decision.of(Decision.Kind.ABSTAIN, "undecided_label");
        }
        return Decision.keep(sensitive(features));
    }

    private String setAside(Features features) {
        if (!profile.takes(features.licence())) {
            return features.licence().isEmpty() ? "licence_unknown" : "licence_not_taken";
        }
        if (profile.voices().contains(features.voice())) {
            return "voice_" + features.voice();
        }
        if (profile.traditions().contains(features.leadingTradition())) {
            return "tradition_" + features.leadingTradition();
        }
        return profile.flags().stream()
                .filter(features.flags()::contains)
                .findFirst()
                .map(flag -> "flag_" + flag.replaceAll("[^a-z0-9]+", "_"))
                .orElse("");
    }

    private List<Excision> excisions(Features features) {
        List<Excision> found = new ArrayList<>();
        for (PassageMarks passage : features.passages()) {
            String label = hit(features, passage);
            if (!label.isEmpty()) {
                found.add(new Excision(passage.start(), passage.end(), label.replace('.', '_')));
            }
        }
        return found;
    }

    /** The first label for which a rule keeps this passage out, empty where none does. */
    private String hit(Features features, PassageMarks passage) {
        for (int k = 0; k < Math.min(labels.size(), passage.calls().length); k++) {
            String label = labels.get(k);
            if (passage.calls()[k] == Call.YES.code()
                    && profile.keepsOut().stream()
                            .anyMatch(rule -> rule.covers(label) && counts(rule, features, passage, label))) {
                return label;
            }
        }
        return "";
    }

    private static boolean counts(LabelRule rule, Features features, PassageMarks passage, String label) {
        if (rule.stances().contains(passage.stance())) {
            return true;
        }
        Score score = features.scores().get(label);
        return passage.stance().equals(UNCLEAR) && score != null && score.lo() >= rule.unclearAbove();
    }

    private Decision excise(Features features, List<Excision> excised) {
        int all =
                features.passages().stream().mapToInt(p -> p.end() - p.start()).sum();
        int gone = excised.stream().mapToInt(e -> e.end() - e.start()).sum();
        String reason = excised.get(0).reason();
        if (gone >= all || gone > profile.largestExcised() * all) {
            return Decision.of(Decision.Kind.SET_ASIDE, reason);
        }
        return new Decision(Decision.Kind.EXCISE, reason, excised, true);
    }

    private boolean undecided(Features features) {
        for (Map.Entry<String, Score> entry : features.scores().entrySet()) {
            if (entry.getValue().call() == Call.ABSTAIN && ruled(entry.getKey())) {
                return true;
            }
        }
        return false;
    }

    /** Testimony, and a row with a label that is ruled on but kept for its stance, is wanted, but not repeated. */
    private boolean sensitive(Features features) {
        return features.passages().stream().anyMatch(passage -> passage.stance().equals("testifies"))
                || features.scores().entrySet().stream()
                        .anyMatch(entry -> entry.getValue().call() == Call.YES && ruled(entry.getKey()));
    }

    private boolean ruled(String label) {
        return profile.keepsOut().stream().anyMatch(rule -> rule.covers(label));
    }
}
