package org.florilegium.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.florilegium.filter.FilterSpec;
import org.florilegium.filter.RecipeText;
import org.florilegium.filter.RecipeUse;

/** Reads the section {@code filter} of a pipeline file. */
final class FilterReader {
    private final UnaryOperator<String> resolve;

    /** @param resolve finds a file that the pipeline names */
    FilterReader(UnaryOperator<String> resolve) {
        this.resolve = resolve;
    }

    /**
     * @param section {@code filter}
     * @param root the whole file, which may name recipes in one line under {@code recipe}
     */
    Optional<FilterSpec> read(Section section, Section root) {
        FilterSpec otherwise = FilterSpec.defaults();
        List<RecipeUse> recipes = new ArrayList<>();
        section.sections("recipes").forEach(use -> use(use).ifPresent(recipes::add));
        recipes.addAll(dropping(root));
        boolean named = section.has("recipes") || root.has("recipe");
        List<RecipeUse> used = named ? recipes : otherwise.recipes();
        List<String> domains = section.texts("blocked_domains", otherwise.blockedDomains());
        List<String> words = section.texts("blocked_path_words", otherwise.blockedPathWords());
        return section.build(() -> new FilterSpec(used, domains, words));
    }

    private static List<RecipeUse> dropping(Section root) {
        List<RecipeUse> recipes = new ArrayList<>();
        for (String names : root.texts("recipe", List.of())) {
            for (String name : names.split(",", -1)) {
                try {
                    recipes.add(RecipeUse.named(name.strip(), RecipeUse.Mode.DROP, List.of(), List.of()));
                } catch (IllegalArgumentException e) {
                    root.fault("recipe", String.valueOf(e.getMessage()));
                }
            }
        }
        return recipes;
    }

    private Optional<RecipeUse> use(Section use) {
        String name = use.text("name", "");
        String file = use.text("file", "");
        if (name.isEmpty() == file.isEmpty()) {
            use.fault(
                    "name",
                    name.isEmpty()
                            ? "is missing; name a recipe, for example gopher-quality, or give a file"
                            : "give a name or a file, not both");
            return Optional.empty();
        }
        String mode = use.word("mode", "tag", List.of("tag", "drop", "edit"));
        List<String> languages = use.texts("languages", List.of());
        List<String> except = use.texts("except_languages", List.of());
        List<String> tag = use.texts("tag", List.of());
        return use.build(() -> new RecipeUse(
                name.isEmpty() ? RecipeText.in(Path.of(resolve.apply(file))) : RecipeText.named(name),
                RecipeUse.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                languages,
                except,
                tag));
    }
}
