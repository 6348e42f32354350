package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.florilegium.document.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the scores of two tiers become one. */
class FusionTest {
    private static final String FUSION = """
            {"bias": 0.5, "first": 1, "second": 2, "groups": {
              "all": {"knots": [[-4, 0.1, 0.0, 0.3], [4, 0.9, 0.7, 1.0]], "yes": 0.7, "no": 0.2},
              "en": {"knots": [[-4, 0.0, 0.0, 0.1], [4, 1.0, 0.9, 1.0]], "yes": 0.8, "no": 0.1}}}
            """;
    private static final Score OPEN = new Score(0.6, 0, 1, Call.ABSTAIN, Tier.ONE);

    @TempDir
    Path temp;

    private final List<String> faults = new ArrayList<>();

    @Test
    void addsWeightedLogOddsAndCalibratesTheSumForTheLanguageGroup() throws Exception {
        Fusion fusion = fusion(FUSION);
        Score one = Fixtures.score(0.5, Call.ABSTAIN);
        Score two = Fixtures.score(0.7311, Call.ABSTAIN); // log-odds 1, so the sum is 2.5

        Score english = fusion.join(one, two, "en-GB");
        Score other = fusion.join(one, two, "sw");

        assertThat(english.p()).isEqualTo(0.8125, within(1e-4));
        assertThat(english.call()).isEqualTo(Call.YES);
        assertThat(other.p()).isEqualTo(0.75, within(1e-4));
        assertThat(other.lo()).isLessThan(other.p());
        assertThat(other.tier()).isEqualTo(Tier.TWO);
    }

    @Test
    void keepsTheTierThatHasFiguresInTheLanguage() throws Exception {
        Score says = Fixtures.score(0.9, Call.YES);

        assertThat(fusion(FUSION).join(OPEN, says, "en")).isEqualTo(says);
        assertThat(fusion(FUSION).join(says, OPEN, "en")).isEqualTo(says);
    }

    @Test
    void refusesAWeightThatIsNegativeOrMissing() throws Exception {
        fusion(FUSION.replace("\"first\": 1,", "\"first\": -1,").replace("\"second\": 2,", ""));

        assertThat(faults)
                .containsExactly(
                        "f: l.first: expected a number of at least 0, found -1",
                        "f: l.second: expected a number of at least 0, found ");
    }

    @ParameterizedTest
    @CsvSource({"YES, YES, YES", "YES, ABSTAIN, YES", "YES, NO, ABSTAIN", "NO, ABSTAIN, NO", "ABSTAIN, ABSTAIN, ABSTAIN"
    })
    void letsNoTierOverruleTheOtherWhereNothingWasFitted(Call one, Call two, Call fused) {
        Score joined = Fusion.mean(Fixtures.score(0.2, one), new Score(0.8, 0.7, 0.9, two, Tier.TWO));

        assertThat(joined).isEqualTo(new Score(0.5, 0.45, 0.55, fused, Tier.TWO));
    }

    @ParameterizedTest
    @CsvSource({"true, 0.5", "false, 0.8"})
    void keepsTheCalibratedScoreWhereTheOtherTierIsExperimentalAndNothingWasFitted(boolean first, double p)
            throws Exception {
        ClassifierFolder second = ClassifierFolder.read(Fixtures.classifier(temp, "second", 2));

        Map<String, Score> joined = second.join(
                Map.of("harm.threat", Fixtures.score(0.2, Call.NO)),
                Map.of("harm.threat", Fixtures.score(0.8, Call.YES)),
                "en",
                label -> first);

        assertThat(joined.values()).extracting(Score::p).containsExactly(p);
    }

    private Fusion fusion(String json) throws Exception {
        LanguageGroups groups = LanguageGroups.read(new JsonMapper().readTree("{\"en\": [\"en\"]}"));
        return Fusion.read("f", "l", groups, new JsonMapper().readTree(json), faults);
    }
}
