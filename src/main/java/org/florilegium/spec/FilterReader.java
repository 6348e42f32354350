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
import org.florilegium.filter.address.AddressList;
import org.florilegium.filter.address.AddressSpec;

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
        List<String> domains = section.texts("blocked_domains", List.of());
        List<String> words = section.texts("blocked_path_words", List.of());
        List<AddressList> lists = addressLists(section);
        int soft = section.whole("soft_words", AddressSpec.DEFAULT_SOFT_WORDS);
        return section.build(() -> new FilterSpec(used, new AddressSpec(domains, words, lists, soft)));
    }

    private List<AddressList> addressLists(Section section) {
        List<AddressList> lists = new ArrayList<>();
        for (Section list : section.sections("address_lists")) {
            String path = resolve.apply(list.required("path", "name a file or folder of entries, one a line"));
            String holds = list.word("holds", "domains", AddressList.kinds());
            String match = list.word("match", "subdomains", AddressList.matches());
            list.build(() -> new AddressList(
                            path,
                            AddressList.Holds.valueOf(holds.toUpperCase(Locale.ROOT)),
                            AddressList.Match.valueOf(match.toUpperCase(Locale.ROOT))))
                    .ifPresent(lists::add);
        }
        return lists;
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
