package org.florilegium.tag;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.florilegium.document.Tier;

/**
 * Joins what two tiers say of one text: the mean of their log-odds where both speak, otherwise the one that does.
 *
 * <p>The interval is the mean of both intervals, widened to hold the probability. A call stands where one tier makes it and
 * the other does not contradict; yes against no is abstain. A label that is calibrated in one tier and experimental in the
 * other keeps the calibrated score, for nothing is known of the calibration of their mean.
 */
final class Fusion {
    private static final double EDGE = 1e-4;

    private Fusion() {}

    /**
     * Joins label by label.
     *
     * @param trust above 0 where the first alone is calibrated, below 0 where the second alone is, otherwise 0
     */
    static Map<String, Score> join(Map<String, Score> first, Map<String, Score> second, ToIntFunction<String> trust) {
        Map<String, Score> joined = new TreeMap<>(first);
        second.forEach((label, score) -> joined.merge(label, score, (a, b) -> {
            int side = trust.applyAsInt(label);
            return side > 0 ? a : side < 0 ? b : join(a, b);
        }));
        return joined;
    }

    static Score join(Score first, Score second) {
        double p = Calibration.round(sigmoid((logit(first.p()) + logit(second.p())) / 2));
        double lo = Calibration.round((first.lo() + second.lo()) / 2);
        double hi = Calibration.round((first.hi() + second.hi()) / 2);
        int calls = first.call().code() + second.call().code();
        Call call = calls > 0 ? Call.YES : calls < 0 ? Call.NO : Call.ABSTAIN;
        return new Score(p, Math.min(lo, p), Math.max(hi, p), call, Tier.TWO);
    }

    private static double logit(double p) {
        double inside = Math.min(1 - EDGE, Math.max(EDGE, p));
        return StrictMath.log(inside / (1 - inside));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
