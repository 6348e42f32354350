package org.florilegium.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a dialect splits a text into words; the same rules over other words give other verdicts. */
enum WordSplit implements Aspect<Words> {
    /** Between white space, as Python's {@code str.split()}. */
    WHITESPACE,
    /** Unicode word boundaries (UAX 29) by ICU, with its dictionaries for scripts without spaces; words only. */
    ICU,
    /** As spaCy's blank English pipeline splits; a punctuation mark is a word. */
    SPACY;

    @Override
    public Words of(TextParts text) {
        return switch (this) {
            case WHITESPACE -> Words.in(text.text());
            case ICU -> IcuWords.in(text.text());
            case SPACY -> SpacyWords.in(text.text());
        };
    }

    /** The word for it in a recipe. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words for it, in order. */
    static List<String> words() {
        return Arrays.stream(values()).map(WordSplit::word).toList();
    }

    /** The split called {@code word}, one of {@link #words()}. */
    static WordSplit named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
