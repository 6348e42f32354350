package org.florilegium.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.florilegium.document.Tier;
import org.florilegium.row.Excision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecideTest {
    private final Decide decide = new Decide(Rows.profile("p", 1, List.of()), Rows.LABELS);

    @ParameterizedTest
    @CsvSource({
        "endorses, 40, 0.9, EXCISE, harm_hate",
        "enables, 40, 0.9, EXCISE, harm_hate",
        "endorses, 60, 0.9, SET_ASIDE, harm_hate",
        "testifies, 60, 0.99, KEEP, ''",
        "counters, 60, 0.99, KEEP, ''",
        "depicts, 60, 0.99, KEEP, ''",
        "educates, 60, 0.99, KEEP, ''",
        "unclear, 40, 0.9, KEEP, ''",
        "unclear, 40, 0.96, EXCISE, harm_hate",
    })
    void dropsHarmForItsStanceAndNotForItsWords(
            String stance, int length, double lo, Decision.Kind kind, String reason) {
        Decision decision = decide.of(Rows.hating(stance, length, lo));

        assertThat(decision.kind()).isEqualTo(kind);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.single()).isTrue();
    }

    @Test
    void excisesThePassagesThatMatchAndNoOthers() {
        Decision decision = decide.of(Rows.hating("endorses", 40, .9));

        assertThat(decision.excised()).containsExactly(new Excision(0, 40, "harm_hate"));
    }

    @Test
    void keepsAnUndecidedRowOnce() {
        Features features = Rows.row(
                "id",
                "en",
                "",
                0,
                "s",
                "cc0",
                List.of(),
                Map.of("harm.hate", new Score(.5, .2, .8, Call.ABSTAIN, Tier.ONE)),
                List.of());

        Decision decision = decide.of(features);

        assertThat(decision.kind()).isEqualTo(Decision.Kind.ABSTAIN);
        assertThat(decision.taken()).isTrue();
        assertThat(decision.single()).isTrue();
    }

    @Test
    void anUndecidedVirtueIsNoReasonForAnything() {
        Features features = Rows.row(
                "id",
                "en",
                "",
                0,
                "s",
                "cc0",
                List.of(),
                Map.of("virtue.wisdom", new Score(.5, .2, .8, Call.ABSTAIN, Tier.ONE)),
                List.of());

        assertThat(decide.of(features)).isEqualTo(Decision.keep(false));
    }

    @Test
    void removesWithdrawnConsentForEverybody() {
        Features features = Rows.row("id", "en", "", 0, "s", "cc0", List.of("Withdrawn"), Map.of(), List.of());

        assertThat(NonNegotiables.DEFAULT.reason(features)).contains("consent_withdrawn");
        assertThat(NonNegotiables.DEFAULT.reason(Rows.plain("id", "en", "", 0))).isEmpty();
    }

    @Test
    void removesWhatASignalRefusesForEverybody() {
        String noai = "granted; noai; x-robots-tag: noai, nofollow";
        String tdm = "meta tdm-reservation: 1";

        assertThat(NonNegotiables.DEFAULT.reason(
                        Rows.row("id", "en", "", 0, "s", "cc0", List.of(noai), Map.of(), List.of())))
                .contains("consent_noai");
        assertThat(NonNegotiables.DEFAULT.reason(
                        Rows.row("id", "en", "", 0, "s", "cc0", List.of("granted", tdm), Map.of(), List.of())))
                .contains("consent_tdm");
        assertThat(NonNegotiables.DEFAULT.reason(Rows.row(
                        "id", "en", "", 0, "s", "cc0", List.of("noindex; meta robots: noindex"), Map.of(), List.of())))
                .isEmpty();
    }
}
