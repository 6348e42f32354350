package org.florilegium.filter;

import java.util.Locale;

/**
 * What DCLM's rules count in the words between white space.
 *
 * @param count all words
 * @param codePoints their length in code points
 * @param withoutLetter words without a letter
 * @param stopWords occurrences of the words that are looked for, in any case
 */
record DclmWords(int count, long codePoints, int withoutLetter, int stopWords) {

    /**
     * Stretches that begin with a letter or a number, between the white space that fastText knows: DCLM counts these where
     * it asks how long a page is.
     */
    static final Aspect<Words> PLAIN = text -> plain(text.text());

    /** Counts in the words of a text. */
    record By(WordList stopWords) implements Aspect<DclmWords> {
        @Override
        public DclmWords of(TextParts text) {
            return DclmWords.of(text.get(WordSplit.WHITESPACE), stopWords);
        }
    }

    private static DclmWords of(Words words, WordList wanted) {
        String text = words.text();
        long codePoints = 0;
        int withoutLetter = 0;
        int stopWords = 0;
        for (int i = 0; i < words.count(); i++) {
            int start = words.start(i);
            int end = words.end(i);
            codePoints += text.codePointCount(start, end);
            withoutLetter += WordCounts.hasLetter(text, start, end) ? 0 : 1;
            String lower = text.substring(start, end).toLowerCase(Locale.ROOT);
            stopWords += wanted.numberAt(lower, 0, lower.length()) >= 0 ? 1 : 0;
        }
        return new DclmWords(words.count(), codePoints, withoutLetter, stopWords);
    }

    static Words plain(String text) {
        Words words = new Words(text);
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && " \n\r\t\u000B\f\0".indexOf(text.charAt(i)) < 0) {
                continue;
            }
            if (i > start && UnicodeWords.isAlphanumeric(text.codePointAt(start))) {
                words.add(start, i);
            }
            start = i + 1;
        }
        return words;
    }
}
