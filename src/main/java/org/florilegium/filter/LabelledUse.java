package org.florilegium.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A recipe of a pipeline with the name that its measurements and flags bear.
 *
 * @param label the recipe's bare name; its full name where the pipeline has another dialect of it
 * @param names what measurements are called by, by their keys
 */
record LabelledUse(RecipeUse use, Recipe recipe, String label, Map<String, String> names) {
    LabelledUse {
        names = Map.copyOf(names);
    }

    LabelledUse(RecipeUse use, Recipe recipe, String label) {
        this(use, recipe, label, names(recipe, label));
    }

    /** What the measurement {@code key} is called by: one string for all documents. */
    String nameOf(String key) {
        String name = names.get(key);
        return name == null ? label + "." + key : name;
    }

    private static Map<String, String> names(Recipe recipe, String label) {
        Map<String, String> names = new HashMap<>();
        recipe.rules()
                .forEach(rule -> names.put(
                        rule.measure().key(), label + "." + rule.measure().key()));
        recipe.alsoMeasured().forEach(measure -> names.put(measure.key(), label + "." + measure.key()));
        recipe.languages().values().forEach(own -> names.putAll(names(own, label)));
        return names;
    }

    static List<LabelledUse> of(List<RecipeUse> uses) {
        List<Recipe> recipes = uses.stream().map(RecipeUse::recipe).toList();
        return uses.stream()
                .map(use -> {
                    Recipe recipe = use.recipe();
                    return new LabelledUse(use, recipe, label(recipe, recipes));
                })
                .toList();
    }

    private static String label(Recipe recipe, List<Recipe> all) {
        boolean alone = all.stream()
                .filter(other -> other.bareName().equals(recipe.bareName()))
                .allMatch(other -> other.name().equals(recipe.name()));
        return alone ? recipe.bareName() : recipe.name();
    }
}
