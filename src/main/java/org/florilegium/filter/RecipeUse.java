package org.florilegium.filter;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * One recipe of a pipeline: what it does and to which documents.
 *
 * @param source the recipe as written
 * @param mode what becomes of a document
 * @param languages primary language subtags it applies to, for example {@code en}; empty means every language
 * @param exceptLanguages primary language subtags it does not apply to
 * @param tag reasons of rules that only flag, whatever the mode
 */
public record RecipeUse(
        RecipeText source, Mode mode, List<String> languages, List<String> exceptLanguages, List<String> tag)
        implements Serializable {

    /** What a recipe does. */
    public enum Mode {
        /** A document that fails is kept with a flag for each rule; the text stays as it is. */
        TAG,
        /** A document that fails is left out, with the recipe's reason; the text becomes what the recipe makes of it. */
        DROP,
        /** A document that fails is kept with flags; of one that does not, the text becomes what the recipe makes of it. */
        EDIT
    }

    public RecipeUse {
        Recipe recipe = Recipe.of(source).tagging(tag); // refuses what is wrong in it
        if (mode == Mode.EDIT && recipe.edit().isEmpty()) {
            throw new IllegalArgumentException(
                    "mode: must be tag or drop, was 'edit', and recipe '" + recipe.name() + "' edits nothing");
        }
        languages = List.copyOf(languages);
        exceptLanguages = List.copyOf(exceptLanguages);
        tag = List.copyOf(tag);
    }

    /** A recipe of this release, by its full or bare name, without rules that only flag. */
    public static RecipeUse named(String recipe, Mode mode, List<String> languages, List<String> exceptLanguages) {
        return new RecipeUse(RecipeText.named(recipe), mode, languages, exceptLanguages, List.of());
    }

    /** A recipe that drops, in every language. */
    static RecipeUse dropping(String recipe) {
        return named(recipe, Mode.DROP, List.of(), List.of());
    }

    /** The recipe with the rules that only flag here. */
    Recipe recipe() {
        return Recipe.of(source).tagging(tag);
    }

    /** Whether the recipe applies to a text in {@code language}, a BCP-47 tag. */
    boolean appliesTo(String language) {
        int hyphen = language.indexOf('-');
        String primary = (hyphen < 0 ? language : language.substring(0, hyphen)).toLowerCase(Locale.ROOT);
        return (languages.isEmpty() || languages.contains(primary)) && !exceptLanguages.contains(primary);
    }
}
