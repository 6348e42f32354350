package org.florilegium.document;

import java.io.Serializable;

/**
 * The text of a document and what was found out about it as a text.
 *
 * @param text the text, at first as extracted, later normalized, redacted, cut into parts
 * @param title title, empty where there is none
 * @param language BCP-47 tag, {@code und} where unsure
 * @param script ISO 15924 code of most letters, {@code Zyyy} where there are none
 * @param languageProbability 0 to 1
 * @param tokens ICU words in the text, 0 or more
 */
public record Content(String text, String title, String language, String script, double languageProbability, int tokens)
        implements Serializable {

    public Content {
        if (!(languageProbability >= 0 && languageProbability <= 1)) {
            throw new IllegalArgumentException("language probability must be 0 to 1, was " + languageProbability);
        }
        if (tokens < 0) {
            throw new IllegalArgumentException("tokens must be 0 or more, was " + tokens);
        }
    }

    /** Text just extracted, its language not yet known. */
    public static Content of(String text, String title) {
        return new Content(text, title, "und", "Zyyy", 0, 0);
    }

    public Content withText(String changed) {
        return new Content(changed, title, language, script, languageProbability, tokens);
    }

    public Content withTokens(int counted) {
        return new Content(text, title, language, script, languageProbability, counted);
    }

    public Content withLanguage(String identified, String itsScript, double probability) {
        return new Content(text, title, identified, itsScript, probability, tokens);
    }
}
