package org.florilegium.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A text on its way through recipes: what it is by now, and what was found so far. */
final class JudgedText {
    private TextParts parts;
    private final Map<String, Double> measurements = new TreeMap<>();
    private final List<String> flags = new ArrayList<>();

    JudgedText(String text) {
        this.parts = new TextParts(text);
    }

    /**
     * Judges the text by one recipe, and edits it where the mode says so.
     *
     * @param label what measurements and flags of the recipe are called by
     */
    Verdict take(Recipe recipe, RecipeUse.Mode mode, String label) {
        Verdict verdict = recipe.judge(parts);
        verdict.measurements().forEach((key, value) -> measurements.put(label + "." + key, value));
        verdict.failed().forEach(reason -> flags.add(label + ":" + reason));
        if (mode != RecipeUse.Mode.TAG) {
            verdict.text().filter(text -> !text.equals(parts.text())).ifPresent(text -> parts = new TextParts(text));
        }
        return verdict;
    }

    String text() {
        return parts.text();
    }

    Map<String, Double> measurements() {
        return measurements;
    }

    List<String> flags() {
        return flags;
    }
}
