package org.florilegium.filter;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The symbols and stop words that a recipe counts; both may be empty. */
final class Lexicon {
    private final BitSet symbols;
    private final Map<String, Integer> stopWords;
    private final int longestStopWord;

    /**
     * @param symbols code points that make a word a symbol when it has no others
     * @param stopWords words, compared as written
     */
    Lexicon(BitSet symbols, List<String> stopWords) {
        this.symbols = (BitSet) symbols.clone();
        Map<String, Integer> numbered = new TreeMap<>();
        stopWords.forEach(word -> numbered.putIfAbsent(word, numbered.size()));
        this.stopWords = Map.copyOf(numbered);
        this.longestStopWord = stopWords.stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * Reads code points written as hexadecimal ranges, for example {@code 0021-002F 3002}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static BitSet parseRanges(String ranges) {
        BitSet points = new BitSet();
        for (String range : ranges.strip().split("\\s+")) {
            if (!range.matches("[0-9A-F]{4,6}(-[0-9A-F]{4,6})?")) {
                throw new IllegalArgumentException("must be hexadecimal ranges like 0021-002F, was '" + range + "'");
            }
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
            int last = Integer.parseInt(range.substring(dash + 1), 16);
            points.set(first, last + 1);
        }
        return points;
    }

    boolean isSymbol(int codePoint) {
        return symbols.get(codePoint);
    }

    /** Number of the stop word at {@code start} to {@code end} of {@code text}, or -1. */
    int stopWordAt(String text, int start, int end) {
        if (end - start > longestStopWord) {
            return -1;
        }
        return stopWords.getOrDefault(text.substring(start, end), -1);
    }

    int stopWords() {
        return stopWords.size();
    }
}
