package org.florilegium.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.florilegium.document.Tier;

/**
 * Gathers passages into scores of the whole row.
 *
 * <p>For {@code harm} and {@code counterfeit} it is the passage with the highest probability, the first of equals. For others
 * it is the mean of p, lo and hi weighted by words; the call is yes where calls of yes outweigh those of no by half of the
 * words, no where it is the other way round, otherwise abstain.
 */
final class RowScores {
    private static final Set<String> HIGHEST = Set.of("harm", "counterfeit");

    private record Weighted(Score score, int words) {}

    private final Map<String, List<Weighted>> byLabel = new TreeMap<>();

    /** Adds a passage of {@code words} words; one without words counts as one. */
    void add(Map<String, Score> scores, int words) {
        scores.forEach((label, score) ->
                byLabel.computeIfAbsent(label, key -> new ArrayList<>()).add(new Weighted(score, Math.max(1, words))));
    }

    Map<String, Score> whole() {
        Map<String, Score> all = new TreeMap<>();
        byLabel.forEach((label, passages) ->
                all.put(label, HIGHEST.contains(LabelSpec.family(label)) ? highest(passages) : mean(passages)));
        return all;
    }

    private static Score highest(List<Weighted> passages) {
        Score best = passages.get(0).score();
        for (Weighted passage : passages) {
            if (passage.score().p() > best.p()) {
                best = passage.score();
            }
        }
        return best;
    }

    private static Score mean(List<Weighted> passages) {
        double p = Calibration.round(mean(passages, Score::p));
        double lo = Calibration.round(mean(passages, Score::lo));
        double hi = Calibration.round(mean(passages, Score::hi));
        double call = mean(passages, score -> score.call().code());
        Tier tier = passages.stream()
                .map(passage -> passage.score().tier())
                .max(Comparator.naturalOrder())
                .orElse(Tier.NONE);
        return new Score(
                p,
                Math.min(lo, p),
                Math.max(hi, p),
                call >= 0.5 ? Call.YES : call <= -0.5 ? Call.NO : Call.ABSTAIN,
                tier);
    }

    private static double mean(List<Weighted> passages, ToDoubleFunction<Score> value) {
        double sum = 0;
        double words = 0;
        for (Weighted passage : passages) {
            sum += passage.words() * value.applyAsDouble(passage.score());
            words += passage.words();
        }
        return sum / words;
    }
}
