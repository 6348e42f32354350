package org.florilegium.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.florilegium.document.Tier;

/**
 * Joins what two tiers say of one label of one text: a weighted sum of their calibrated log-odds, calibrated again.
 *
 * <p>The weights and the calibration are fitted on texts that neither tier was trained on and stand in the second tier's
 * {@code calibration.json}. A tier that has no figures in the language of the text says nothing, and the other one is kept.
 * Where nothing was fitted, {@link #mean} joins the two.
 *
 * @param bias of the sum
 * @param first weight of the first tier's log-odds
 * @param second weight of the second tier's log-odds
 * @param languages which group a language belongs to
 * @param groups calibration of the sum, by language group
 */
record Fusion(double bias, double first, double second, LanguageGroups languages, Map<String, Calibration> groups) {
    private static final double EDGE = 1e-4;

    Fusion {
        groups = Map.copyOf(groups);
    }

    /** The joined score of a text in {@code language}, a BCP-47 tag. */
    Score join(Score one, Score two, String language) {
        if (saysNothing(one)) {
            return two;
        }
        if (saysNothing(two)) {
            return one;
        }
        double sum = bias + first * logOdds(one.p()) + second * logOdds(two.p());
        return LabelCalibration.in(groups, languages.of(language)).score(sum, Tier.TWO);
    }

    /**
     * The mean of the log-odds, with the mean of both intervals widened to hold it. A call stands where one tier makes it and
     * the other does not contradict; yes against no is abstain.
     */
    static Score mean(Score one, Score two) {
        double p = Calibration.round(sigmoid((logOdds(one.p()) + logOdds(two.p())) / 2));
        double lo = Calibration.round((one.lo() + two.lo()) / 2);
        double hi = Calibration.round((one.hi() + two.hi()) / 2);
        int calls = one.call().code() + two.call().code();
        Call call = calls > 0 ? Call.YES : calls < 0 ? Call.NO : Call.ABSTAIN;
        return new Score(p, Math.min(lo, p), Math.max(hi, p), call, Tier.TWO);
    }

    static Fusion read(String file, String path, LanguageGroups languages, JsonNode node, List<String> faults) {
        double[] weights = new double[3];
        String[] names = {"bias", "first", "second"};
        for (int i = 0; i < names.length; i++) {
            weights[i] = node.path(names[i]).asDouble(Double.NaN);
            if (!Double.isFinite(weights[i]) || (i > 0 && weights[i] < 0)) {
                faults.add(file + ": " + path + "." + names[i] + ": expected a number" + (i > 0 ? " of at least 0" : "")
                        + ", found " + node.path(names[i]));
            }
        }
        return new Fusion(
                weights[0], weights[1], weights[2], languages, LabelCalibration.groups(file, path, node, faults));
    }

    /** A score in a language without figures: any probability is possible and there is no call. */
    private static boolean saysNothing(Score score) {
        return score.lo() == 0 && score.hi() == 1 && score.call() == Call.ABSTAIN;
    }

    private static double logOdds(double p) {
        double inside = Math.min(1 - EDGE, Math.max(EDGE, p));
        return StrictMath.log(inside / (1 - inside));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
