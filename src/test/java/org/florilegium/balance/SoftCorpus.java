package org.florilegium.balance;

import java.util.Arrays;
import java.util.Random;

/**
 * A synthetic corpus with soft memberships: Zipf supply over the known cells, log-normal lengths, memberships of varying
 * confidence and a last cell that is unknown.
 */
final class SoftCorpus {
    static final int CELLS = 12;
    static final double ALPHA = .3;
    static final double UNKNOWN_SHARE = .05;
    static final double BUDGET_SHARE = .35;

    final int[] tokens;
    final float[][] members;

    private SoftCorpus(int documents) {
        tokens = new int[documents];
        members = new float[documents][];
    }

    static SoftCorpus of(int documents, long seed) {
        SoftCorpus corpus = new SoftCorpus(documents);
        Random random = new Random(seed);
        double[] share = new double[CELLS - 1];
        for (int k = 0; k < share.length; k++) {
            share[k] = Math.pow(k + 1, -1.6);
        }
        double all = Arrays.stream(share).sum();
        for (int k = 0; k < share.length; k++) {
            share[k] /= all;
        }
        for (int i = 0; i < documents; i++) {
            double length = Math.exp(5.2 + .8 * random.nextGaussian());
            corpus.tokens[i] = (int) Math.round(Math.max(40, Math.min(4000, length)));
            corpus.members[i] = membership(random, share);
        }
        return corpus;
    }

    private static float[] membership(Random random, double[] share) {
        double confidence = pick(random, new double[] {.55, .75, .9, .98}, new double[] {.15, .25, .35, .25});
        double unknown = (confidence < .8 ? random.nextDouble() * .25 : 0) + .02;
        double[] gamma = new double[share.length];
        double sum = 0;
        for (int k = 0; k < gamma.length; k++) {
            gamma[k] = gamma(random, share[k] * 4);
            sum += gamma[k];
        }
        double[] member = new double[CELLS];
        for (int k = 0; k < gamma.length; k++) {
            member[k] = gamma[k] / sum * (1 - confidence - unknown * (1 - confidence));
        }
        member[(int) pick(random, null, share)] += confidence;
        member[CELLS - 1] = Math.max(0, 1 - Arrays.stream(member).sum());
        double all = Arrays.stream(member).sum();
        float[] normal = new float[CELLS];
        for (int k = 0; k < CELLS; k++) {
            normal[k] = (float) (member[k] / all);
        }
        return normal;
    }

    private static double pick(Random random, double @org.jspecify.annotations.Nullable [] values, double[] share) {
        double u = random.nextDouble();
        int k = 0;
        while (k < share.length - 1 && u >= share[k]) {
            u -= share[k++];
        }
        return values == null ? k : values[k];
    }

    /** Marsaglia and Tsang (2000), with the boost for shapes below 1. */
    private static double gamma(Random random, double shape) {
        double boost = shape < 1 ? Math.pow(random.nextDouble(), 1 / shape) : 1;
        double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < .5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v * boost + 1e-300;
            }
        }
    }

    Memberships memberships(double limit) {
        Memberships memberships = new Memberships();
        for (int i = 0; i < tokens.length; i++) {
            memberships.add(0, i, tokens[i], limit, "source", membership(i));
        }
        return memberships;
    }

    Membership membership(int document) {
        Membership membership = new Membership();
        for (int k = 0; k < CELLS; k++) {
            membership.add(
                    "tradition", k == CELLS - 1 ? Target.UNKNOWN : "cell" + (char) ('a' + k), members[document][k]);
        }
        return membership;
    }

    static Target target() {
        return Target.temperature("tradition", ALPHA).withUnknown(UNKNOWN_SHARE).withFloor(.01, .2);
    }

    double budget() {
        return BUDGET_SHARE * Arrays.stream(tokens).asLongStream().sum();
    }
}
