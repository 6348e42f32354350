package org.florilegium.filter;

import java.io.Serializable;
import java.util.List;
import org.florilegium.filter.address.AddressSpec;

/**
 * Which rules a pipeline applies to whole documents.
 *
 * @param recipes judged in this order
 * @param addresses addresses whose documents are dropped
 */
public record FilterSpec(List<RecipeUse> recipes, AddressSpec addresses) implements Serializable {

    /** Languages written without spaces between words, where a run of white-space words means nothing. */
    private static final List<String> WITHOUT_SPACES =
            List.of("zh", "yue", "wuu", "lzh", "ja", "th", "lo", "km", "my", "shn", "bo", "dz");

    public FilterSpec {
        recipes = List.copyOf(recipes);
    }

    /**
     * Emptiness, broken text and extreme repetition drop. Gopher's rules tag: quality in English only, repetition wherever
     * white space separates words.
     */
    public static FilterSpec defaults() {
        return new FilterSpec(
                List.of(
                        RecipeUse.dropping("empty"),
                        RecipeUse.dropping("broken-text"),
                        RecipeUse.dropping("repetition"),
                        RecipeUse.named("gopher-quality", RecipeUse.Mode.TAG, List.of("en"), List.of()),
                        RecipeUse.named("gopher-repetition", RecipeUse.Mode.TAG, List.of(), WITHOUT_SPACES)),
                AddressSpec.NONE);
    }

    /** All that can change an outcome of the recipes, thresholds included, in one canonical string. */
    String canonical() {
        StringBuilder text = new StringBuilder("filter/1");
        for (RecipeUse use : recipes) {
            Recipe recipe = use.recipe();
            text.append('\n').append(recipe.name()).append(' ').append(recipe.digest());
            text.append(' ').append(use.mode()).append(' ').append(use.languages());
            text.append(' ').append(use.exceptLanguages()).append(' ').append(use.tag());
        }
        return text.toString();
    }
}
