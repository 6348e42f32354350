package org.florilegium.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.florilegium.document.Tier;

/**
 * The map from a label's logit to a probability, its interval and a call: linear between knots, constant outside them.
 *
 * <p>{@code classifiers/training/calibration.py} makes the knots by inductive Venn-Abers prediction and the bounds of the
 * calls by class-conditional conformal prediction, at the error levels that {@code calibration.json} states.
 *
 * @param logits of the knots, ascending
 * @param p probability at each knot
 * @param lo lower bound at each knot
 * @param hi upper bound at each knot
 * @param yes the least probability called yes; above 1 where no probability earns it
 * @param no the greatest probability called no
 */
record Calibration(double[] logits, double[] p, double[] lo, double[] hi, double yes, double no) {
    private static final double NEVER = 2;

    Score score(double logit, Tier tier) {
        double at = round(interpolate(p, logit));
        return new Score(
                at,
                Math.min(at, round(interpolate(lo, logit))),
                Math.max(at, round(interpolate(hi, logit))),
                at >= yes ? Call.YES : at <= no ? Call.NO : Call.ABSTAIN,
                tier);
    }

    /** To four decimals, as scores are stored. */
    static double round(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    private double interpolate(double[] values, double logit) {
        int last = logits.length - 1;
        if (logit <= logits[0]) {
            return values[0];
        }
        if (logit >= logits[last]) {
            return values[last];
        }
        int right = 1;
        while (logits[right] < logit) {
            right++;
        }
        double share = (logit - logits[right - 1]) / (logits[right] - logits[right - 1]);
        return values[right - 1] + share * (values[right] - values[right - 1]);
    }

    static Calibration read(String file, String path, JsonNode node, List<String> faults) {
        JsonNode knots = node.path("knots");
        double[][] columns = new double[4][Math.max(1, knots.size())];
        for (int i = 0; i < knots.size(); i++) {
            for (int c = 0; c < 4; c++) {
                columns[c][i] = knots.path(i).path(c).asDouble(Double.NaN);
            }
            if (!sound(columns, i)) {
                faults.add(file + ": " + path + ".knots[" + i
                        + "]: expected [logit above the one before, p, lo, hi] with 0 <= lo <= p <= hi <= 1, found "
                        + knots.path(i));
            }
        }
        if (knots.isEmpty()) {
            faults.add(file + ": " + path + ".knots: expected at least one knot, found none");
        }
        double yes = node.path("yes").isNull() ? NEVER : node.path("yes").asDouble(NEVER);
        return new Calibration(
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                yes,
                node.path("no").asDouble(-1));
    }

    private static boolean sound(double[][] c, int i) {
        return Double.isFinite(c[0][i])
                && (i == 0 || c[0][i] > c[0][i - 1])
                && 0 <= c[2][i]
                && c[2][i] <= c[1][i]
                && c[1][i] <= c[3][i]
                && c[3][i] <= 1;
    }
}
