package org.florilegium.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes one recipe for each language out of a recipe whose bounds name figures.
 *
 * <p>A language gives a number to every figure that the rules name. A figure that could never fire ({@code at_least: 0}) is
 * measured without a bound. Where the language of a text has no figures, all rules that name one only measure.
 */
final class RecipeLanguages {
    private static final List<String> BOUNDS = List.of("at_least", "at_most");
    private static final List<String> OVERRIDES = List.of("words", "stop_words");

    private final String file;
    private final ObjectNode tree;
    private final JsonNode languages;

    private RecipeLanguages(String file, ObjectNode tree, JsonNode languages) {
        this.file = file;
        this.tree = tree;
        this.languages = languages;
    }

    /** Takes the key {@code languages} out of a recipe. */
    static RecipeLanguages takeFrom(String file, ObjectNode tree) {
        JsonNode languages = tree.path("languages");
        tree.remove("languages");
        return new RecipeLanguages(file, tree, languages);
    }

    /** The key of a language in a script, for example {@code zh-Hani}: the simplified and traditional forms are one. */
    static String key(String language, String script) {
        ULocale known = ULocale.forLanguageTag(language);
        if (known.getLanguage().isEmpty() || known.getLanguage().equals("und")) {
            return "und"; // ICU would guess Russian for any Cyrillic
        }
        ULocale.Builder builder = new ULocale.Builder().setLanguage(known.getLanguage());
        String given = script.isEmpty() || script.equals("Zyyy") || script.equals("Zzzz") ? known.getScript() : script;
        ULocale full = ULocale.addLikelySubtags(
                given.isEmpty() ? builder.build() : builder.setScript(given).build());
        String written = full.getScript();
        return full.getLanguage() + "-" + (written.equals("Hans") || written.equals("Hant") ? "Hani" : written);
    }

    /** The recipe for languages without figures. */
    ObjectNode neutral() {
        return languages.isMissingNode() ? tree : with(tree.deepCopy(), null, "");
    }

    /** The recipe for each language with figures, by {@link #key}. */
    Map<String, ObjectNode> trees() {
        Map<String, ObjectNode> trees = new TreeMap<>();
        languages.properties().forEach(language -> {
            ObjectNode variant = tree.deepCopy();
            OVERRIDES.stream()
                    .filter(key -> language.getValue().has(key))
                    .forEach(key -> variant.set(key, language.getValue().get(key)));
            trees.put(key(language.getKey(), ""), with(variant, language.getValue(), language.getKey()));
        });
        return trees;
    }

    private ObjectNode with(ObjectNode variant, @Nullable JsonNode figures, String language) {
        ArrayNode rules = variant.arrayNode();
        ArrayNode also = variant.withArrayProperty("also_measure");
        SortedSet<String> unused = names(figures);
        for (JsonNode rule : variant.path("rules")) {
            boolean bounded = true;
            for (String bound : BOUNDS) {
                if (rule.path(bound).isTextual() && rule instanceof ObjectNode own) {
                    String name = rule.path(bound).textValue();
                    unused.remove(name);
                    bounded &= figures != null && put(own, bound, figures.path(name), language, name);
                }
            }
            if (bounded) {
                rules.add(rule);
            } else if (!isIn(also, rule.path("measure").asText())) {
                also.add(rule.path("measure").asText());
            }
        }
        if (!unused.isEmpty()) {
            throw fault(language, unused.first(), "no rule names this figure");
        }
        variant.set("rules", rules);
        return variant;
    }

    private static SortedSet<String> names(@Nullable JsonNode figures) {
        TreeSet<String> names = new TreeSet<>();
        if (figures != null) {
            figures.fieldNames().forEachRemaining(names::add);
        }
        names.removeAll(OVERRIDES);
        return names;
    }

    /** Whether the rule can fire with its figure. */
    private boolean put(ObjectNode rule, String bound, JsonNode figure, String language, String name) {
        if (!figure.isNumber()) {
            throw fault(language, name, "must be a number, was " + (figure.isMissingNode() ? "absent" : figure));
        }
        rule.set(bound, figure);
        return !(bound.equals("at_least") && figure.doubleValue() <= 0);
    }

    private static boolean isIn(ArrayNode list, String word) {
        for (JsonNode one : list) {
            if (one.asText().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private IllegalArgumentException fault(String language, String key, String complaint) {
        return new IllegalArgumentException(file + ": languages." + language + "." + key + ": " + complaint);
    }
}
