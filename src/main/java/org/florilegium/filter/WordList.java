package org.florilegium.filter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words that a recipe looks for, compared as written. */
final class WordList {
    private final Map<String, Integer> numbers;
    private final long[] firsts; // for each length, a bit for what a word can begin with

    WordList(List<String> words) {
        Map<String, Integer> numbered = new TreeMap<>();
        words.forEach(word -> numbered.putIfAbsent(word, numbered.size()));
        this.numbers = Map.copyOf(numbered);
        this.firsts = new long[words.stream().mapToInt(String::length).max().orElse(0) + 1];
        words.stream().filter(word -> !word.isEmpty()).forEach(word -> firsts[word.length()] |= bit(word.charAt(0)));
    }

    /** Number of the word at {@code start} to {@code end} of {@code text}, or -1. */
    int numberAt(String text, int start, int end) {
        int length = end - start;
        if (length == 0 || length >= firsts.length || (firsts[length] & bit(text.charAt(start))) == 0) {
            return -1;
        }
        return numbers.getOrDefault(text.substring(start, end), -1);
    }

    private static long bit(char first) {
        return 1L << (first & 63);
    }

    int size() {
        return numbers.size();
    }
}
