package org.florilegium.filter;

import java.util.BitSet;

/**
 * What Gopher's quality rules count in words.
 *
 * @param words all words
 * @param proper words with at least one code point that is no symbol
 * @param properCodePoints their length in code points
 * @param alphabetic words with at least one letter
 * @param stopWords distinct stop words found
 */
record WordCounts(int words, int proper, long properCodePoints, int alphabetic, int stopWords) {

    /** Counts in the words of a text, those of {@code symbols} alone apart. */
    record By(WordSplit split, CodePoints symbols, WordList stopWords) implements Aspect<WordCounts> {
        static By of(Dialect dialect) {
            return new By(dialect.words(), dialect.codePoints(Setting.SYMBOLS), dialect.wordList(Setting.STOP_WORDS));
        }

        @Override
        public WordCounts of(TextParts text) {
            return WordCounts.of(text.get(split), symbols, stopWords);
        }
    }

    static WordCounts of(Words words, CodePoints symbols, WordList wanted) {
        String text = words.text();
        int proper = 0;
        long properCodePoints = 0;
        int alphabetic = 0;
        BitSet stopWords = new BitSet(wanted.size());
        for (int i = 0; i < words.count(); i++) {
            int start = words.start(i);
            int end = words.end(i);
            if (hasNonSymbol(text, start, end, symbols)) {
                proper++;
                properCodePoints += text.codePointCount(start, end);
            }
            if (hasLetter(text, start, end)) {
                alphabetic++;
            }
            int stopWord = wanted.numberAt(text, start, end);
            if (stopWord >= 0) {
                stopWords.set(stopWord);
            }
        }
        return new WordCounts(words.count(), proper, properCodePoints, alphabetic, stopWords.cardinality());
    }

    private static boolean hasNonSymbol(String text, int start, int end, CodePoints symbols) {
        for (int i = start; i < end; ) {
            int codePoint = text.codePointAt(i);
            if (!symbols.has(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }

    static boolean hasLetter(String text, int start, int end) {
        for (int i = start; i < end; ) {
            int codePoint = text.codePointAt(i);
            if (Character.isLetter(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint);
        }
        return false;
    }
}
