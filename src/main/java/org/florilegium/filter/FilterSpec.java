package org.florilegium.filter;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * Which rules a pipeline applies to whole documents.
 *
 * @param recipes judged in this order
 * @param blockedDomains hosts whose documents are dropped, with all their subdomains; none by default
 * @param blockedPathWords words of a path or query whose documents are dropped; none by default
 */
public record FilterSpec(List<RecipeUse> recipes, List<String> blockedDomains, List<String> blockedPathWords)
        implements Serializable {

    /** Languages written without spaces between words, where a run of white-space words means nothing. */
    private static final List<String> WITHOUT_SPACES =
            List.of("zh", "yue", "wuu", "lzh", "ja", "th", "lo", "km", "my", "shn", "bo", "dz");

    public FilterSpec {
        recipes = List.copyOf(recipes);
        blockedDomains = lowerCase("blocked_domains", blockedDomains);
        blockedPathWords = lowerCase("blocked_path_words", blockedPathWords);
        for (String word : blockedPathWords) {
            if (!word.codePoints().allMatch(Character::isLetterOrDigit)) {
                throw new IllegalArgumentException(
                        "filter.blocked_path_words: must be words of letters and digits, was '" + word + "'");
            }
        }
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
                List.of(),
                List.of());
    }

    private static List<String> lowerCase(String field, List<String> words) {
        for (String word : words) {
            if (word.isBlank() || !word.equals(word.strip())) {
                throw new IllegalArgumentException(
                        "filter." + field + ": must not be blank or padded with spaces, was '" + word + "'");
            }
        }
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** All that can change an outcome, thresholds included, in one canonical string. */
    String canonical() {
        StringBuilder text = new StringBuilder("filter/1");
        for (RecipeUse use : recipes) {
            Recipe recipe = use.recipe();
            text.append('\n').append(recipe.name()).append(' ').append(recipe.digest());
            text.append(' ').append(use.mode()).append(' ').append(use.languages());
            text.append(' ').append(use.exceptLanguages()).append(' ').append(use.tag());
        }
        return text.append('\n')
                .append(blockedDomains)
                .append('\n')
                .append(blockedPathWords)
                .toString();
    }
}
