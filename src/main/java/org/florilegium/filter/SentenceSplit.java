package org.florilegium.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.florilegium.filter.spacy.EnglishSentences;

/** How a dialect counts sentences. */
enum SentenceSplit {
    /** A sentence ends with {@code .}, {@code !} or {@code ?} before white space, or with the text. */
    MARKS,
    /** As spaCy's sentencizer parts the tokens of its English pipeline. */
    SPACY;

    /** Sentences in {@code text}, 0 or more. */
    int count(String text) {
        return switch (this) {
            case MARKS -> MarkedSentences.count(text);
            case SPACY -> EnglishSentences.count(text);
        };
    }

    /** The word for it in a recipe. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words for it, in order. */
    static List<String> words() {
        return Arrays.stream(values()).map(SentenceSplit::word).toList();
    }

    /** The split called {@code word}, one of {@link #words()}. */
    static SentenceSplit named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
