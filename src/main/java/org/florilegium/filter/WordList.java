package org.florilegium.filter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words that a recipe looks for, compared as written. */
final class WordList {
    private final Map<String, Integer> numbers;
    private final int longest;

    WordList(List<String> words) {
        Map<String, Integer> numbered = new TreeMap<>();
        words.forEach(word -> numbered.putIfAbsent(word, numbered.size()));
        this.numbers = Map.copyOf(numbered);
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    /** Number of the word at {@code start} to {@code end} of {@code text}, or -1. */
    int numberAt(String text, int start, int end) {
        if (end - start > longest) {
            return -1;
        }
        return numbers.getOrDefault(text.substring(start, end), -1);
    }

    int size() {
        return numbers.size();
    }
}
