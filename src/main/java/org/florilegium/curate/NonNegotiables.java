package org.florilegium.curate;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.florilegium.document.Call;
import org.florilegium.document.Score;

/**
 * The short list that removes text for everybody: consent that was refused or withdrawn, and hazards whose classifiers are
 * calibrated for it. No installed label is calibrated for that yet, so the default holds no hazard.
 *
 * @param refusals consent signals that mean no, lower case
 * @param hazards labels that remove a row where they are called yes and their lower bound is at least {@code certain}
 * @param certain lower bound of the score, 0 to 1
 */
public record NonNegotiables(Set<String> refusals, List<String> hazards, double certain) implements Serializable {

    /** Refused consent only. */
    public static final NonNegotiables DEFAULT = new NonNegotiables(
            Set.of(
                    "withdrawn",
                    "revoked",
                    "refused",
                    "denied",
                    "no",
                    "none",
                    "opt-out",
                    "opt_out",
                    "noai",
                    "train-ai=n",
                    "tdm-reservation=1",
                    "tdm-reservation: 1"),
            List.of(),
            .95);

    public NonNegotiables {
        refusals = Set.copyOf(refusals);
        hazards = List.copyOf(hazards);
    }

    /** Why the row is removed for everybody, empty where it is not. */
    public Optional<String> reason(Features features) {
        // a source's own signal comes first, those of its archive after it, parted by semicolons
        boolean refused = features.consents().stream()
                .flatMap(consent -> Stream.of(consent.split(";", -1)))
                .map(consent -> consent.strip().toLowerCase(Locale.ROOT))
                .anyMatch(refusals::contains);
        if (refused) {
            return Optional.of("consent_withdrawn");
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
