package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.florilegium.document.Call;
import org.florilegium.document.Score;
import org.junit.jupiter.api.Test;

/** How scores of tiers, labels and passages are put together. */
class ScoresTest {
    @Test
    void takesTheHighestPassageForHarmAndTheMeanByWordsForOthers() {
        RowScores row = new RowScores();
        row.add(
                Map.of("harm.hate", Fixtures.score(0.9, Call.YES), "virtue.courage", Fixtures.score(0.9, Call.YES)),
                100);
        row.add(Map.of("harm.hate", Fixtures.score(0.1, Call.NO), "virtue.courage", Fixtures.score(0.1, Call.NO)), 300);

        Map<String, Score> whole = row.whole();

        assertThat(whole.get("harm.hate")).isEqualTo(Fixtures.score(0.9, Call.YES));
        assertThat(whole.get("virtue.courage")).isEqualTo(Fixtures.score(0.3, Call.NO));
    }

    @Test
    void leavesOutALabelThatNoPassageHas() {
        RowScores row = new RowScores();
        row.add(Map.of(), 10);

        assertThat(row.whole()).isEmpty();
    }

    @Test
    void averagesOnlyPassagesThatHaveTheLabel() {
        RowScores row = new RowScores();
        row.add(Map.of("virtue.courage", Fixtures.score(0.4, Call.ABSTAIN)), 10);
        row.add(Map.of(), 990);

        assertThat(row.whole()).containsEntry("virtue.courage", Fixtures.score(0.4, Call.ABSTAIN));
    }

    @Test
    void namesHarmBesidePositiveFamilies() {
        Map<String, Score> scores = Map.of(
                "harm.violence", Fixtures.score(0.9, Call.YES),
                "wisdom.teaching", Fixtures.score(0.9, Call.YES),
                "virtue.courage", Fixtures.score(0.5, Call.ABSTAIN),
                "counterfeit.sales", Fixtures.score(0.9, Call.YES));

        assertThat(Conflicts.of(scores)).containsExactly("harm_with_wisdom");
    }

    @Test
    void namesCompassionAgainstJustice() {
        Map<String, Score> scores = Map.of(
                "relational.empathy", Fixtures.score(0.9, Call.YES), "virtue.justice", Fixtures.score(0.9, Call.YES));

        assertThat(Conflicts.of(scores)).containsExactly("compassion_against_justice");
    }
}
