package org.florilegium.filter.spacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words whose tokens are listed: contractions, abbreviations, faces. */
final class SpecialCases {
    private final Map<String, int[]> lengths = new HashMap<>();
    private int longest;

    /** No word at all. */
    static final SpecialCases NONE = new SpecialCases();

    /** All of the resource. */
    static final SpecialCases ENGLISH = english(EnglishFacts.INSTANCE);

    private SpecialCases() {}

    private static SpecialCases english(EnglishFacts facts) {
        SpecialCases cases = new SpecialCases();
        facts.contractions()
                .forEach(contraction -> contraction
                        .words()
                        .forEach(word -> contraction
                                .endings()
                                .forEach(ending -> forms(word).forEach(form -> cases.add(form + " " + ending)))));
        facts.leftAlone().forEach(cases.lengths::remove);
        facts.split().forEach(cases::add);
        facts.clipped()
                .forEach(word -> forms(word).forEach(form -> {
                    cases.addWhole(form);
                    cases.addWhole(form + "'");
                }));
        facts.whole().forEach(words -> words.forEach(cases::addWhole));
        return cases;
    }

    /** The word as it is and with a capital. */
    private static List<String> forms(String word) {
        return List.of(word, Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }

    private void add(String spaced) {
        String[] tokens = spaced.split(" ");
        put(
                String.join("", tokens),
                Arrays.stream(tokens).mapToInt(String::length).toArray());
    }

    private void addWhole(String word) {
        put(word, new int[] {word.length()});
    }

    private void put(String word, int[] tokens) {
        lengths.put(word, tokens);
        lengths.put(word.replace('\'', '’'), tokens);
        longest = Math.max(longest, word.length());
    }

    /** All words. */
    List<String> words() {
        return new ArrayList<>(lengths.keySet());
    }

    /** Lengths of the tokens of the word between {@code start} and {@code end}, null when it is no special case. */
    int @Nullable [] of(String text, int start, int end) {
        return end - start > longest ? null : lengths.get(text.substring(start, end));
    }

    boolean has(String text, int start, int end) {
        return of(text, start, end) != null;
    }
}
