package org.florilegium.curate;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.florilegium.document.Call;
import org.florilegium.document.Consent;
import org.florilegium.document.Score;

/**
 * The short list that removes text for everybody: consent that a source withdraws or that a signal
 * found with any of a document's origins refuses, and hazards whose classifiers are
 * calibrated for it. No installed label is calibrated for that yet, so the default holds no hazard.
 *
 * @param hazards labels that remove a row where they are called yes and their lower bound is at least {@code certain}
 * @param certain lower bound of the score, 0 to 1
 */
public record NonNegotiables(List<String> hazards, double certain) implements Serializable {

    /** Refused consent only. */
    public static final NonNegotiables DEFAULT = new NonNegotiables(List.of(), .95);

    public NonNegotiables {
        hazards = List.copyOf(hazards);
    }

    /** Why the row is removed for everybody, empty where it is not. */
    public Optional<String> reason(Features features) {
        for (String text : features.consents()) {
            Consent consent = Consent.of(text);
            if (consent.isWithdrawn()) {
                return Optional.of("consent_withdrawn");
            }
            if (consent.refusesTraining() || consent.reservesMining()) {
                return Optional.of(consent.refusesTraining() ? "consent_noai" : "consent_tdm");
            }
        }
        return hazards.stream()
                .filter(label -> certain(features.scores().get(label)))
                .map(label -> "hazard_" + label.replace('.', '_'))
                .findFirst();
    }

    private boolean certain(@org.jspecify.annotations.Nullable Score score) {
        return score != null && score.call() == Call.YES && score.lo() >= certain;
    }
}
