package org.florilegium.filter;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a recipe fixes before anything is measured: how words are split, and the values that measures look up.
 *
 * <p>The reader of recipes sees to it that whatever a measure needs is there.
 */
final class Dialect {
    private final Optional<WordSplit> words;
    private final Map<Setting, CodePoints> codePoints = new EnumMap<>(Setting.class);
    private final Map<Setting, WordList> wordLists = new EnumMap<>(Setting.class);
    private final Map<Setting, Double> numbers = new EnumMap<>(Setting.class);

    Dialect(Optional<WordSplit> words) {
        this.words = words;
    }

    void put(Setting setting, CodePoints value) {
        codePoints.put(setting, value);
    }

    void put(Setting setting, WordList value) {
        wordLists.put(setting, value);
    }

    void put(Setting setting, double value) {
        numbers.put(setting, value);
    }

    WordSplit words() {
        return words.orElseThrow(() -> new IllegalStateException("the recipe does not say how to split words"));
    }

    CodePoints codePoints(Setting setting) {
        return required(setting, codePoints);
    }

    WordList wordList(Setting setting) {
        return required(setting, wordLists);
    }

    double number(Setting setting) {
        return required(setting, numbers);
    }

    private static <T> T required(Setting setting, Map<Setting, T> values) {
        T value = values.get(setting);
        if (value == null) {
            throw new IllegalStateException("the recipe has no '" + setting.key() + "'");
        }
        return value;
    }
}
