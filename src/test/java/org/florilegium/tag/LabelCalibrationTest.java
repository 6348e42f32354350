package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.florilegium.document.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calibration serves a language. */
class LabelCalibrationTest {
    private static final String GROUPS = "{\"en\": [\"en\"], \"cjk\": [\"ja\", \"zh\"]}";
    private static final String LABEL = """
            {"groups": {
              "all": {"knots": [[-1, 0.2, 0.1, 0.3], [1, 0.8, 0.7, 0.9]], "yes": 0.7, "no": 0.3},
              "cjk": {"knots": [[-1, 0.1, 0.0, 0.4], [1, 0.6, 0.5, 0.9]], "yes": null, "no": 0.2}}}
            """;

    private final List<String> faults = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"zh-Hant, 0.6", "ja, 0.6", "en, 0.8", "sw, 0.8", "und, 0.8"})
    void takesTheGroupOfTheLanguageOrThePooledOne(String language, double p) throws Exception {
        LabelCalibration calibration = read(LABEL);

        assertThat(calibration.in(language).score(1, Tier.ONE).p()).isEqualTo(p);
        assertThat(faults).isEmpty();
    }

    @Test
    void neverCallsYesWhereNoProbabilityEarnsIt() throws Exception {
        Score score = read(LABEL).in("zh").score(5, Tier.ONE);

        assertThat(score).isEqualTo(new Score(0.6, 0.5, 0.9, Call.ABSTAIN, Tier.ONE));
    }

    @Test
    void takesKnotsWithoutGroupsForAllLanguages() throws Exception {
        LabelCalibration calibration = read("{\"knots\": [[0, 0.5, 0.4, 0.6]], \"yes\": 0.9, \"no\": 0.1}");

        assertThat(calibration.in("ja").score(3, Tier.ONE).p()).isEqualTo(0.5);
    }

    @Test
    void refusesGroupsWithoutThePooledOneAndKnotsOutOfOrder() throws Exception {
        read(LABEL.replace("\"all\"", "\"rest\"").replace("[1, 0.6, 0.5, 0.9]", "[-2, 0.6, 0.5, 0.9]"));

        assertThat(faults)
                .containsExactly(
                        "f: labels.harm.hate.groups.cjk.knots[1]: expected [logit above the one before, p, lo, hi] "
                                + "with 0 <= lo <= p <= hi <= 1, found [-2,0.6,0.5,0.9]",
                        "f: labels.harm.hate.groups: expected 'all', found [cjk, rest]");
    }

    private LabelCalibration read(String json) throws Exception {
        LanguageGroups groups = LanguageGroups.read(new JsonMapper().readTree(GROUPS));
        return LabelCalibration.read("f", "harm.hate", groups, new JsonMapper().readTree(json), faults);
    }
}
