package org.florilegium.filter;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * One recipe of a pipeline: what it does and to which documents.
 *
 * @param recipe bare or full name of the recipe
 * @param mode whether a document that fails is dropped or tagged
 * @param languages primary language subtags it applies to, for example {@code en}; empty means every language
 * @param exceptLanguages primary language subtags it does not apply to
 */
public record RecipeUse(String recipe, Mode mode, List<String> languages, List<String> exceptLanguages)
        implements Serializable {

    /** What becomes of a document that fails a recipe. */
    public enum Mode {
        /** It is kept with a flag. */
        TAG,
        /** It is left out, with the recipe's reason. */
        DROP
    }

    public RecipeUse {
        Recipe.named(recipe); // refuses an unknown name
        languages = List.copyOf(languages);
        exceptLanguages = List.copyOf(exceptLanguages);
    }

    /** A recipe that drops, in every language. */
    static RecipeUse dropping(String recipe) {
        return new RecipeUse(recipe, Mode.DROP, List.of(), List.of());
    }

    /** Whether the recipe applies to a text in {@code language}, a BCP-47 tag. */
    boolean appliesTo(String language) {
        int hyphen = language.indexOf('-');
        String primary = (hyphen < 0 ? language : language.substring(0, hyphen)).toLowerCase(Locale.ROOT);
        return (languages.isEmpty() || languages.contains(primary)) && !exceptLanguages.contains(primary);
    }
}
