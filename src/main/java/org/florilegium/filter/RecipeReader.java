package org.florilegium.filter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.florilegium.document.DocumentId;

/**
 * Reads a recipe from YAML; whatever is wrong names file, key and value.
 *
 * <pre>
 * name: NAME            bare name, or name, '@' and dialect
 * description: TEXT     whose rules these are
 * like: NAME            optional; every key that is not given here is as in that recipe
 * family: datatrove     whose lines, denominators and ties the measures have
 * words: whitespace     how words are split, where a measure counts words
 * symbols: RANGES       ... and the other settings that the measures ask for
 * edit: {kind: ...}     optional; what is changed in the text
 * rules:                in the order in which they are judged
 *   - {reason: WORD, measure: NAME, at_least: NUMBER, at_most: NUMBER, tag: true}
 * also_measure: [NAME]  measured without a bound
 * languages:            optional; a bound that is a word is the figure of that name here
 *   de: {FIGURE: NUMBER, stop_words: [WORD], words: icu}
 * </pre>
 */
final class RecipeReader {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final RecipeSection root;
    private final Map<String, Measure> known;
    private final List<Measure> used = new ArrayList<>();

    private RecipeReader(RecipeSection root, Map<String, Measure> known) {
        this.root = root;
        this.known = known;
    }

    /**
     * Reads {@code text}.
     *
     * @throws IllegalArgumentException for an unknown or missing key, a value out of its range, a measure that the recipe
     *     cannot take, a bound that can never be missed, a setting that nothing uses
     */
    static Recipe read(RecipeText text) {
        ObjectNode tree = tree(text);
        String digest = DocumentId.sha256Hex(tree.toString());
        RecipeLanguages languages = RecipeLanguages.takeFrom(text.file(), tree);
        Map<String, Recipe> own = new TreeMap<>();
        languages.trees().forEach((key, variant) -> own.put(key, read(text.file(), variant, Map.of(), digest)));
        return read(text.file(), languages.neutral(), own, digest);
    }

    private static Recipe read(String file, ObjectNode tree, Map<String, Recipe> languages, String digest) {
        RecipeSection root = new RecipeSection(file, "", tree);
        String family = root.word("family", MeasureFamily.DATATROVE.word(), MeasureFamily.words());
        Map<String, Measure> known = new TreeMap<>(MeasureFamily.named(family).measures());
        Optional<TextEdit> edit =
                root.has("edit") ? Optional.of(TextEdits.read(root.section("edit"))) : Optional.empty();
        edit.ifPresent(changes -> changes.measures().forEach(key -> known.put(key, changes.measure(key))));
        return new RecipeReader(root, known).recipe(edit, languages, digest);
    }

    private static ObjectNode tree(RecipeText text) {
        JsonNode tree;
        try {
            tree = YAML.readTree(text.yaml());
        } catch (IOException e) {
            throw new IllegalArgumentException(text.file() + ": is not YAML: " + e.getMessage(), e);
        }
        if (!(tree instanceof ObjectNode own)) {
            throw new IllegalArgumentException(text.file() + ": (root): must be a mapping, was " + tree);
        }
        if (own.has("like")) {
            addFrom(own, new RecipeSection(text.file(), "", own));
        }
        return own;
    }

    private static void addFrom(ObjectNode own, RecipeSection root) {
        String like = root.text("like");
        try {
            ObjectNode other = tree(RecipeText.named(like));
            other.properties().stream()
                    .filter(entry -> !own.has(entry.getKey()))
                    .forEach(entry -> own.set(entry.getKey(), entry.getValue()));
        } catch (IllegalArgumentException e) {
            throw root.fault("like", String.valueOf(e.getMessage()));
        }
        own.remove("like");
    }

    private Recipe recipe(Optional<TextEdit> edit, Map<String, Recipe> languages, String digest) {
        String name = root.text("name");
        root.text("description");
        root.has("like"); // a known key, though what it names is taken over by now
        List<Rule> rules = root.sections("rules").stream().map(this::rule).toList();
        if (rules.isEmpty()) {
            throw root.fault("rules", "must have at least one rule");
        }
        List<Measure> also = root.texts("also_measure").stream()
                .map(key -> measure(root, "also_measure", key))
                .toList();
        Dialect dialect = new Dialect(words());
        settings(dialect);
        root.refuseOtherKeys();
        return new Recipe(name, dialect, rules, also, edit, languages, digest);
    }

    private Rule rule(RecipeSection section) {
        String reason = section.text("reason");
        Measure measure = measure(section, "measure", section.text("measure"));
        double atLeast = section.number("at_least", Double.NEGATIVE_INFINITY);
        double atMost = section.number("at_most", Double.POSITIVE_INFINITY);
        boolean tags = section.flag("tag");
        section.refuseOtherKeys();
        try {
            return new Rule(reason, measure, atLeast, atMost, tags);
        } catch (IllegalArgumentException e) {
            throw section.fault("", String.valueOf(e.getMessage()));
        }
    }

    private Measure measure(RecipeSection section, String key, String name) {
        Measure found = known.get(name);
        if (found == null) {
            throw section.fault(
                    key, "this recipe cannot measure '" + name + "'; it can measure one of " + known.keySet());
        }
        used.add(found);
        return found;
    }

    private Optional<WordSplit> words() {
        Optional<Measure> needing = used.stream().filter(Measure::needsWords).findFirst();
        if (needing.isEmpty()) {
            if (root.has("words")) {
                throw root.fault("words", "nothing in this recipe counts words");
            }
            return Optional.empty();
        }
        if (!root.has("words")) {
            throw root.fault(
                    "words",
                    "is missing; measure '" + needing.get().key() + "' needs one of "
                            + String.join(", ", WordSplit.words()));
        }
        return Optional.of(WordSplit.named(root.word("words", "", WordSplit.words())));
    }

    private void settings(Dialect dialect) {
        Set<Setting> needed = EnumSet.noneOf(Setting.class);
        used.forEach(measure -> needed.addAll(measure.needs()));
        for (Setting setting : Setting.values()) {
            if (needed.contains(setting)) {
                put(setting, dialect);
            } else if (root.has(setting.key())) {
                throw root.fault(setting.key(), "nothing in this recipe uses it");
            }
        }
    }

    private void put(Setting setting, Dialect dialect) {
        String key = setting.key();
        if (!root.has(key)) {
            String measure = used.stream()
                    .filter(one -> one.needs().contains(setting))
                    .map(Measure::key)
                    .findFirst()
                    .orElse("");
            throw root.fault(key, "is missing; measure '" + measure + "' needs it");
        }
        switch (setting.kind()) {
            case CODE_POINTS -> dialect.put(setting, codePoints(key));
            case WORDS -> dialect.put(setting, new WordList(root.texts(key)));
            case NUMBER -> dialect.put(setting, root.number(key, 0));
        }
    }

    private CodePoints codePoints(String key) {
        String ranges = root.text(key);
        try {
            return CodePoints.parse(ranges);
        } catch (IllegalArgumentException e) {
            throw root.fault(key, String.valueOf(e.getMessage()));
        }
    }
}
