package org.florilegium.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One mapping of a recipe file: hands out its values; whatever is wrong is refused with file, key and value. */
final class RecipeSection {
    private final String file;
    private final String path;
    private final JsonNode node;
    private final Set<String> asked = new TreeSet<>();

    RecipeSection(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw fault("", "must be a mapping, was " + node);
        }
    }

    boolean has(String key) {
        return !get(key).isMissingNode();
    }

    RecipeSection section(String key) {
        return new RecipeSection(file, at(key), get(key));
    }

    List<RecipeSection> sections(String key) {
        JsonNode list = get(key);
        if (!list.isMissingNode() && !list.isArray()) {
            throw fault(key, "must be a list, was " + list);
        }
        List<RecipeSection> sections = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            sections.add(new RecipeSection(file, at(key) + "[" + i + "]", list.get(i)));
        }
        return sections;
    }

    /** A text that is not blank. */
    String text(String key) {
        return text(key, get(key));
    }

    private String text(String key, JsonNode value) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw fault(key, "must be a word, was " + shown(value));
        }
        return value.textValue();
    }

    List<String> texts(String key) {
        JsonNode list = get(key);
        if (!list.isMissingNode() && !list.isArray()) {
            throw fault(key, "must be a list of words, was " + list);
        }
        List<String> texts = new ArrayList<>();
        list.forEach(value -> texts.add(text(key, value)));
        return texts;
    }

    /** One of {@code words}; {@code otherwise} where it is absent, which is an error if that is empty. */
    String word(String key, String otherwise, List<String> words) {
        if (!has(key) && !otherwise.isEmpty()) {
            return otherwise;
        }
        JsonNode value = get(key);
        if (!value.isTextual() || !words.contains(value.textValue())) {
            throw fault(key, "must be one of " + String.join(", ", words) + ", was " + shown(value));
        }
        return value.textValue();
    }

    double number(String key, double otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        JsonNode value = get(key);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw fault(key, "must be a number, was " + shown(value));
        }
        return value.doubleValue();
    }

    /** A whole number of at least {@code atLeast} that has to be there. */
    int whole(String key, int atLeast) {
        JsonNode value = get(key);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < atLeast) {
            throw fault(key, "must be a whole number of " + atLeast + " or more, was " + shown(value));
        }
        return value.intValue();
    }

    /** True or false; false where it is absent. */
    boolean flag(String key) {
        JsonNode value = get(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw fault(key, "must be true or false, was " + shown(value));
        }
        return value.booleanValue();
    }

    /** Refuses every key that nobody asked for. */
    void refuseOtherKeys() {
        node.fieldNames().forEachRemaining(key -> {
            if (!asked.contains(key)) {
                throw fault(key, "unknown key, was " + node.get(key) + "; must be one of " + asked);
            }
        });
    }

    IllegalArgumentException fault(String key, String complaint) {
        String where = at(key);
        return new IllegalArgumentException(file + ": " + (where.isEmpty() ? "(root)" : where) + ": " + complaint);
    }

    private JsonNode get(String key) {
        asked.add(key);
        return node.path(key);
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    private String at(String key) {
        if (key.isEmpty() || path.isEmpty()) {
            return path + key;
        }
        return path + "." + key;
    }
}
