package org.florilegium.filter;

import java.util.Arrays;

/**
 * What dolma's Gopher tagger counts in the words between white space.
 *
 * @param count all words
 * @param codePoints their length in code points
 * @param medianLength the middle length, the mean of the two middle ones of an even number, 0 of none
 * @param symbols words that hold a hash mark or an ellipsis character
 * @param alphabetic words with at least one letter
 * @param required occurrences of the words that are looked for, compared as written
 */
record DolmaWords(int count, long codePoints, double medianLength, int symbols, int alphabetic, int required) {

    /** Counts in the words of a text. */
    record By(WordSplit split, WordList required) implements Aspect<DolmaWords> {
        @Override
        public DolmaWords of(TextParts text) {
            return DolmaWords.of(text.get(split), required);
        }
    }

    private static DolmaWords of(Words words, WordList wanted) {
        String text = words.text();
        int[] lengths = new int[words.count()];
        int symbols = 0;
        int alphabetic = 0;
        int required = 0;
        for (int i = 0; i < words.count(); i++) {
            int start = words.start(i);
            int end = words.end(i);
            lengths[i] = text.codePointCount(start, end);
            symbols += hasSymbol(text, start, end) ? 1 : 0;
            alphabetic += WordCounts.hasLetter(text, start, end) ? 1 : 0;
            required += wanted.numberAt(text, start, end) >= 0 ? 1 : 0;
        }
        long codePoints = Arrays.stream(lengths).asLongStream().sum();
        return new DolmaWords(words.count(), codePoints, median(lengths), symbols, alphabetic, required);
    }

    private static boolean hasSymbol(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '#' || text.charAt(i) == '…') {
                return true;
            }
        }
        return false;
    }

    private static double median(int[] lengths) {
        if (lengths.length == 0) {
            return 0;
        }
        Arrays.sort(lengths);
        int middle = lengths.length / 2;
        return lengths.length % 2 == 1 ? lengths[middle] : (lengths[middle - 1] + lengths[middle]) / 2.0;
    }
}
