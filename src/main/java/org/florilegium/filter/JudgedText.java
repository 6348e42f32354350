package org.florilegium.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.florilegium.document.MeasurementNames;
import org.florilegium.document.Measurements;

/** A text on its way through recipes: what it is by now, and what was found so far. */
final class JudgedText {
    private TextParts parts;
    private final List<String> names = new ArrayList<>(64);
    private double[] values = new double[64];
    private final List<String> flags = new ArrayList<>();

    JudgedText(String text) {
        this.parts = new TextParts(text);
    }

    /** Judges the text by the recipe of {@code use} in one language, and edits it where the mode says so. */
    Recipe.Judgement take(LabelledUse use, Recipe recipe) {
        Recipe.Judgement judgement = recipe.judge(parts, (key, value) -> add(use.nameOf(key), value));
        judgement.failed().forEach(reason -> flags.add(use.label() + ":" + reason));
        if (use.use().mode() != RecipeUse.Mode.TAG) {
            judgement.text().filter(text -> !text.equals(parts.text())).ifPresent(text -> parts = new TextParts(text));
        }
        return judgement;
    }

    private void add(String name, double value) {
        int place = names.size();
        if (place == values.length) {
            values = Arrays.copyOf(values, place * 2);
        }
        names.add(name);
        values[place] = value;
    }

    String text() {
        return parts.text();
    }

    /** What was measured so far; {@code known} sorts it. */
    Measurements measurements(MeasurementNames known) {
        return known.of(names, values);
    }

    List<String> flags() {
        return flags;
    }
}
