package org.florilegium.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One section of a pipeline file: hands out its values, notes what is wrong, and in the end every key nobody asked for. */
final class Section {
    private final String path;
    private final JsonNode node;
    private final List<Fault> faults;
    private final TreeMap<String, Boolean> asked = new TreeMap<>();

    Section(String path, JsonNode node, List<Fault> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            fault("", "must be a section with keys, was '" + node + "'");
        }
    }

    /** The section below {@code key}; an empty one where there is none. */
    Section section(String key) {
        return new Section(at(key), get(key), faults);
    }

    /** The sections of a list. */
    List<Section> sections(String key) {
        JsonNode list = get(key);
        List<Section> sections = new ArrayList<>();
        if (!list.isMissingNode() && !list.isArray()) {
            fault(key, "must be a list, was '" + list + "'; begin each entry with '-'");
        }
        for (int i = 0; i < list.size(); i++) {
            sections.add(new Section(at(key) + "[" + i + "]", list.get(i), faults));
        }
        return sections;
    }

    boolean has(String key) {
        return !get(key).isMissingNode();
    }

    String text(String key, String otherwise) {
        JsonNode value = get(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (value.isContainerNode()) {
            fault(key, "must be a single value, was '" + value + "'");
            return otherwise;
        }
        return value.asText();
    }

    /** A text that has to be there. */
    String required(String key, String remedy) {
        String value = text(key, "");
        if (value.isEmpty()) {
            fault(key, "is missing; " + remedy);
        }
        return value;
    }

    /** A list of texts; a single text is a list of one. */
    List<String> texts(String key, List<String> otherwise) {
        JsonNode value = get(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            for (JsonNode item : value) {
                if (item.isContainerNode() || item.isNull()) {
                    fault(key, "must be a list of single values, has '" + item + "'");
                } else {
                    texts.add(item.asText());
                }
            }
        } else {
            texts.add(text(key, ""));
        }
        return texts;
    }

    int whole(String key, int otherwise) {
        long value = wholeLong(key, otherwise);
        if (value != (int) value) {
            fault(key, "must be " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE + ", was '" + value + "'");
            return otherwise;
        }
        return (int) value;
    }

    long wholeLong(String key, long otherwise) {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            fault(key, "must be a whole number, was '" + value.asText() + "'");
            return otherwise;
        }
        return value.asLong();
    }

    double number(String key, double otherwise) {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            fault(key, "must be a number, was '" + value.asText() + "'");
            return otherwise;
        }
        return value.asDouble();
    }

    boolean flag(String key, boolean otherwise) {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            fault(key, "must be true or false, was '" + value.asText() + "'");
            return otherwise;
        }
        return value.asBoolean();
    }

    /** One of {@code words}. */
    String word(String key, String otherwise, List<String> words) {
        String value = text(key, otherwise);
        if (!words.contains(value)) {
            fault(key, "must be one of " + String.join(", ", words) + ", was '" + value + "'");
            return otherwise;
        }
        return value;
    }

    /** The tree below {@code key}, for a part that reads itself. */
    JsonNode tree(String key) {
        return get(key);
    }

    /**
     * Builds a value whose constructor checks it, then reports keys that were not asked for. Each line of a refusal that
     * starts with a field is noted at that field.
     */
    <T> Optional<T> build(Supplier<T> constructor) {
        try {
            return Optional.of(constructor.get());
        } catch (IllegalArgumentException e) {
            for (String line : String.valueOf(e.getMessage()).split("\n", -1)) {
                faults.add(refusal(line));
            }
            return Optional.empty();
        } finally {
            reportUnknownKeys(); // only now is known what was asked for
        }
    }

    /** Reports every key that nobody asked for, with the keys that are known here. */
    void reportUnknownKeys() {
        if (node instanceof ObjectNode object) {
            TreeSet<String> unknown = new TreeSet<>();
            object.fieldNames().forEachRemaining(unknown::add);
            unknown.removeAll(asked.keySet());
            for (String key : unknown) {
                fault(
                        key,
                        "unknown key, was '" + object.get(key) + "'; known here are "
                                + asked.keySet().stream().collect(Collectors.joining(", ")));
            }
        }
    }

    void fault(String key, String message) {
        faults.add(new Fault(at(key), message));
    }

    private Fault refusal(String line) {
        int colon = line.indexOf(": ");
        boolean hasField = colon > 0 && line.substring(0, colon).matches("[a-z_\\[\\]0-9.]+");
        if (!hasField) {
            return new Fault(path, line);
        }
        String field = line.substring(0, colon);
        boolean whole = field.equals(path) || field.startsWith(path + ".") || path.isEmpty();
        return new Fault(whole ? field : at(field), line.substring(colon + 2));
    }

    private JsonNode get(String key) {
        asked.put(key, true);
        return node.isObject() ? node.path(key) : MissingNode.getInstance();
    }

    private String at(String key) {
        if (key.isEmpty()) {
            return path;
        }
        return path.isEmpty() ? key : path + "." + key;
    }
}
