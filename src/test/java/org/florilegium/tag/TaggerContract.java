package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.florilegium.document.Score;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every tagger obeys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TaggerContract {
    private static final String TEXT = "Thank you for sitting with me all night. I will never forget it.";

    private Tagger tagger;

    /** Opens the tagger under test. */
    protected abstract Tagger open();

    @BeforeAll
    void openTagger() {
        tagger = open();
    }

    @AfterAll
    void closeTagger() {
        tagger.close();
    }

    protected final Tagger tagger() {
        return tagger;
    }

    @Test
    void scoresTheSameTextTheSameWhateverCameBefore() throws Exception {
        Map<String, Score> before = tagger.score(TEXT, "en");
        tagger.score("Something else altogether.", "en");

        Map<String, Score> after = tagger.score(TEXT, "en");

        assertThat(after).isEqualTo(before);
    }

    @Test
    void scoresOnlyLabelsOfItsSpecification() throws Exception {
        List<String> known =
                tagger.spec().labels().stream().map(LabelSpec::name).toList();

        Map<String, Score> scores = tagger.score(TEXT, "en");

        assertThat(known).containsAll(scores.keySet());
        assertThat(scores).isNotEmpty();
    }

    @Test
    void roundsToFourDecimals() throws Exception {
        Map<String, Score> scores = tagger.score(TEXT, "en");

        assertThat(scores.values()).allSatisfy(score -> {
            assertThat(score.p()).isEqualTo(Math.round(score.p() * 1e4) / 1e4);
            assertThat(score.tier()).isEqualTo(tagger.spec().tier());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "\uD83D", "\u0000\uFFFF", "\u8C22\u8C22", "!!! ???"})
    void scoresOddTextsWithoutFailing(String text) throws Exception {
        assertThat(tagger.score(text, "en")).isNotEmpty();
    }

    @Test
    void scoresAVeryLongText() throws Exception {
        String text = "word after word ".repeat(5_000);

        assertThat(tagger.score(text, "en")).isNotEmpty();
    }
}
