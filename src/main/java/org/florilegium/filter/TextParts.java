package org.florilegium.filter;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A text and what several measurements need of it, each found once and only when asked for. */
final class TextParts {
    private final String text;
    private final int codePoints;
    private final Lazy<Words> words;
    private final Lazy<WordGrams> grams;
    private final Lazy<Repeats> lines;
    private final Lazy<Repeats> paragraphs;
    private final Lazy<LineCounts> lineCounts;
    private final Lazy<CharacterCounts> characters;
    private @Nullable WordCounts wordCounts;
    private @Nullable Lexicon wordCountsLexicon;

    TextParts(String text) {
        this.text = text;
        this.codePoints = text.codePointCount(0, text.length());
        this.words = new Lazy<>(() -> Words.in(text));
        this.grams = new Lazy<>(() -> new WordGrams(words()));
        this.lines = new Lazy<>(() -> Repeats.amongLines(text));
        this.paragraphs = new Lazy<>(() -> Repeats.amongParagraphs(text));
        this.lineCounts = new Lazy<>(() -> LineCounts.of(text));
        this.characters = new Lazy<>(() -> CharacterCounts.of(text));
    }

    String text() {
        return text;
    }

    /** Length in code points. */
    int codePoints() {
        return codePoints;
    }

    Words words() {
        return words.get();
    }

    WordGrams grams() {
        return grams.get();
    }

    Repeats lines() {
        return lines.get();
    }

    Repeats paragraphs() {
        return paragraphs.get();
    }

    LineCounts lineCounts() {
        return lineCounts.get();
    }

    CharacterCounts characters() {
        return characters.get();
    }

    WordCounts wordCounts(Lexicon lexicon) {
        if (wordCounts == null || wordCountsLexicon != lexicon) {
            wordCounts = WordCounts.of(words(), lexicon);
            wordCountsLexicon = lexicon;
        }
        return wordCounts;
    }

    private static final class Lazy<T> {
        private final Supplier<T> find;
        private @Nullable T found;

        Lazy(Supplier<T> find) {
            this.find = find;
        }

        T get() {
            T known = found;
            if (known == null) {
                known = find.get();
                found = known;
            }
            return known;
        }
    }
}
