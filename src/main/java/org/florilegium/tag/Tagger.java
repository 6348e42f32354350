package org.florilegium.tag;

import java.util.Map;
import org.florilegium.document.Score;
import org.florilegium.document.UnprocessableDocumentException;

/**
 * Scores one text at a time with one classifier; holds native memory until closed and is used by one thread at a time.
 *
 * <p>The same text and language give the same scores, whatever was scored before.
 */
public interface Tagger extends AutoCloseable {

    /** What the classifier is. */
    ClassifierSpec spec();

    /**
     * Calibrated scores by label, rounded to four decimals, in the order of {@link ClassifierSpec#labels()}; a label that
     * says nothing of {@code language} is left out.
     *
     * @param text in NFC, as the pipeline normalizes it
     * @param language BCP-47 tag, {@code und} where unsure
     * @throws UnprocessableDocumentException when the model fails on this text
     */
    Map<String, Score> score(String text, String language) throws UnprocessableDocumentException;

    @Override
    void close();
}
