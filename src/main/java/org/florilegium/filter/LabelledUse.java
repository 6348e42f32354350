package org.florilegium.filter;

import java.util.List;

/**
 * A recipe of a pipeline with the name that its measurements and flags bear.
 *
 * @param label the recipe's bare name; its full name where the pipeline has another dialect of it
 */
record LabelledUse(RecipeUse use, Recipe recipe, String label) {

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
