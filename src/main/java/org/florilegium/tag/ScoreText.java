package org.florilegium.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florilegium.document.Passage;
import org.florilegium.document.Score;
import org.florilegium.document.UnprocessableDocumentException;

/**
 * Scores a text outside a pipeline, as the command {@code score} does.
 *
 * <pre>{@code
 * try (ScoreText score = ScoreText.open(TagSpec.of("classifiers", 0), new OnnxTaggers())) {
 *     score.score("Thank you for your help.", "en").get("prosocial.gratitude").p();
 * }
 * }</pre>
 */
public final class ScoreText implements AutoCloseable {
    private static final String NO_ID = "";

    private final PassageTagger tagger;
    private final WordCount words = new WordCount();

    private ScoreText(PassageTagger tagger) {
        this.tagger = tagger;
    }

    /**
     * What was said of one passage.
     *
     * @param passage where it stands
     * @param scores by label
     * @param conflicts values that pull apart in it
     * @param stance as in a row
     */
    public record Scored(Passage passage, TaggedText scores, List<String> conflicts, String stance) {}

    /**
     * Opens the classifiers that {@code spec} names.
     *
     * @throws ClassifierException when a folder or model cannot be used
     */
    public static ScoreText open(TagSpec spec, TaggerOpener opener) {
        return new ScoreText(PassageTagger.open(spec, opener));
    }

    /** Scores by label of a text taken as one passage. */
    public Map<String, Score> score(String text, String language) throws UnprocessableDocumentException {
        return tagger.tag(NO_ID, 0, text, language).scores();
    }

    /** Scores of each passage of {@code text}; a passage without a language of its own has {@code language}. */
    public List<Scored> passages(String text, String language, List<Passage> cut)
            throws UnprocessableDocumentException {
        List<Scored> all = new ArrayList<>();
        for (Passage passage : cut) {
            String its = passage.language().isEmpty() ? language : passage.language();
            String part = passage.of(text);
            TaggedText found = tagger.tag(NO_ID, passage.start(), part, its);
            all.add(new Scored(passage, found, Conflicts.of(found.scores()), Stance.of(part, its)));
        }
        return all;
    }

    /** Scores of the whole text from those of its passages, as in a row. */
    public Map<String, Score> whole(String text, List<Scored> passages) {
        RowScores row = new RowScores();
        passages.forEach(scored ->
                row.add(scored.scores().scores(), words.of(scored.passage().of(text))));
        return new TreeMap<>(row.whole());
    }

    @Override
    public void close() {
        tagger.close();
    }
}
