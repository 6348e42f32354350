package org.florilegium.document;

import java.io.Serializable;

/**
 * What taggers say of one label for one text.
 *
 * @param p calibrated probability, 0 to 1
 * @param lo lower bound of its interval, 0 to {@code p}
 * @param hi upper bound of its interval, {@code p} to 1
 * @param call yes, abstain or no at the stated error level
 * @param tier the highest tier that took part
 */
public record Score(double p, double lo, double hi, Call call, Tier tier) implements Serializable {
    public Score {
        if (!(0 <= lo && lo <= p && p <= hi && hi <= 1)) { // also refuses NaN
            throw new IllegalArgumentException(
                    "score must satisfy 0 <= lo <= p <= hi <= 1, was lo " + lo + ", p " + p + ", hi " + hi);
        }
    }
}
