package org.florilegium.tag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the keys of one mapping of a file and gathers faults, each with file and path, instead of stopping at the first. */
final class FieldReader {
    private final String file;
    private final String path;
    private final JsonNode node;
    private final List<String> faults;
    private final Set<String> read = new TreeSet<>();

    FieldReader(String file, String path, JsonNode node, List<String> faults) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.faults = faults;
        if (!node.isObject()) {
            faults.add(file + ": " + (path.isEmpty() ? "" : path + ": ") + "expected a mapping, found " + kind(node));
        }
    }

    void fault(String key, String message) {
        faults.add(file + ": " + at(key) + ": " + message);
    }

    boolean has(String key) {
        read.add(key);
        return node.hasNonNull(key);
    }

    String text(String key) {
        JsonNode value = required(key);
        if (value.isValueNode() && !value.isNull() && !value.isMissingNode()) {
            return value.asText();
        }
        if (!value.isMissingNode()) {
            fault(key, "expected text, found " + kind(value));
        }
        return "";
    }

    /** Text that may be left out. */
    String textOr(String key, String otherwise) {
        read.add(key);
        return node.has(key) ? text(key) : otherwise;
    }

    int integer(String key, int least, int most) {
        JsonNode value = required(key);
        if (value.isIntegralNumber() && value.asLong() >= least && value.asLong() <= most) {
            return value.asInt();
        }
        if (!value.isMissingNode()) {
            fault(key, "expected an integer from " + least + " to " + most + ", found '" + value.asText() + "'");
        }
        return least;
    }

    <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
        String found = text(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace('_', '-')
                    .equals(found)) {
                return constant;
            }
        }
        if (!found.isEmpty()) {
            fault(key, "unknown value '" + found + "'");
        }
        return otherwise;
    }

    List<String> texts(String key) {
        JsonNode value = required(key);
        List<String> all = new ArrayList<>();
        if (!value.isArray() && !value.isMissingNode()) {
            fault(key, "expected a list, found " + kind(value));
        }
        for (JsonNode element : value) {
            all.add(element.asText());
        }
        return all;
    }

    /** Text by key, in the order of the file. */
    Map<String, String> textMap(String key) {
        JsonNode value = required(key);
        Map<String, String> all = new LinkedHashMap<>();
        if (!value.isObject() && !value.isMissingNode()) {
            fault(key, "expected a mapping, found " + kind(value));
        }
        value.properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                fault(key + "." + entry.getKey(), "expected text, found " + kind(entry.getValue()));
            }
            all.put(entry.getKey(), entry.getValue().asText());
        });
        return all;
    }

    /** True or false, which may be left out. */
    boolean flagOr(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        JsonNode value = node.path(key);
        if (!value.isBoolean()) {
            fault(key, "expected true or false, found '" + value.asText() + "'");
        }
        return value.asBoolean();
    }

    FieldReader child(String key) {
        return new FieldReader(file, at(key), required(key), faults);
    }

    List<FieldReader> children(String key) {
        JsonNode value = required(key);
        List<FieldReader> all = new ArrayList<>();
        if (!value.isArray() && !value.isMissingNode()) {
            fault(key, "expected a list, found " + kind(value));
        }
        for (int i = 0; i < value.size(); i++) {
            all.add(new FieldReader(file, at(key) + "[" + i + "]", value.get(i), faults));
        }
        return all;
    }

    /** Reports the keys that nobody asked for. */
    void done() {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!read.contains(name)) {
                fault(name, "unknown key; known here: " + String.join(", ", read));
            }
        }
    }

    private JsonNode required(String key) {
        read.add(key);
        JsonNode value = node.path(key);
        if (node.isObject() && (value.isMissingNode() || value.isNull())) {
            fault(key, "is missing");
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
        return value;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String kind(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
