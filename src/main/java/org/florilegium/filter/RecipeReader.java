package org.florilegium.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.florilegium.document.DocumentId;

/**
 * Reads a recipe from YAML; whatever is wrong names file, key and value.
 *
 * <pre>
 * name: NAME            bare name, or name, '@' and dialect
 * description: TEXT     whose rules these are
 * symbols: RANGES       optional; code points that make a word a symbol
 * stop_words: [WORD]    optional
 * rules:                in the order in which they are judged
 *   - {reason: WORD, measure: NAME, at_least: NUMBER, at_most: NUMBER}
 * </pre>
 */
final class RecipeReader {
    /** The recipes of this release. */
    private static final List<String> NAMES = List.of(
            "gopher-quality@datatrove-0.10+whitespace",
            "gopher-repetition@datatrove-0.10+whitespace",
            "empty",
            "broken-text",
            "repetition");

    private static final Set<String> KEYS = Set.of("name", "description", "symbols", "stop_words", "rules");
    private static final Set<String> RULE_KEYS = Set.of("reason", "measure", "at_least", "at_most");

    private final String file;
    private final String yaml;

    private RecipeReader(String file, String yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /** The full name of the recipe called {@code name}, which may be bare. */
    static String fullName(String name) {
        return NAMES.stream()
                .filter(full -> full.equals(name) || full.startsWith(name + "@"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "recipe: unknown recipe '" + name + "', must be one of " + new TreeSet<>(NAMES)));
    }

    static Recipe readResource(String fullName) {
        String file = fullName + ".yaml";
        try (InputStream in = RecipeReader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("resource " + file + " is not on the class path");
            }
            return read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads {@code yaml}.
     *
     * @param file name for messages
     * @throws IllegalArgumentException for an unknown or missing key, an unknown measure, a bound that is no number
     */
    static Recipe read(String file, String yaml) {
        return new RecipeReader(file, yaml).recipe();
    }

    private Recipe recipe() {
        JsonNode root = tree();
        checkKeys("", root, KEYS);
        List<Rule> rules = new ArrayList<>();
        JsonNode list = root.path("rules");
        for (int i = 0; i < list.size(); i++) {
            rules.add(rule("rules[" + i + "]", list.get(i)));
        }
        if (rules.isEmpty()) {
            throw fault("rules", "must have at least one rule");
        }
        return new Recipe(
                word("name", root.path("name")),
                rules,
                new Lexicon(symbols(root), stopWords(root)),
                DocumentId.sha256Hex(yaml));
    }

    private JsonNode tree() {
        try {
            JsonNode root = new YAMLMapper().readTree(yaml);
            if (root == null || !root.isObject()) {
                throw fault("(root)", "must be a mapping");
            }
            return root;
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": is not YAML: " + e.getMessage(), e);
        }
    }

    private Rule rule(String path, JsonNode node) {
        checkKeys(path + ".", node, RULE_KEYS);
        String reason = word(path + ".reason", node.path("reason"));
        String measure = word(path + ".measure", node.path("measure"));
        double atLeast = number(path + ".at_least", node.path("at_least"), Double.NEGATIVE_INFINITY);
        double atMost = number(path + ".at_most", node.path("at_most"), Double.POSITIVE_INFINITY);
        try {
            return new Rule(reason, Measure.named(measure), atLeast, atMost);
        } catch (IllegalArgumentException e) {
            throw fault(path, String.valueOf(e.getMessage()));
        }
    }

    private void checkKeys(String prefix, JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw fault(prefix + key, "unknown key, must be one of " + new TreeSet<>(known));
            }
        });
    }

    private String word(String path, JsonNode node) {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw fault(path, "must be a word, was " + node);
        }
        return node.textValue();
    }

    private double number(String path, JsonNode node, double absent) {
        if (node.isMissingNode()) {
            return absent;
        }
        if (!node.isNumber()) {
            throw fault(path, "must be a number, was " + node);
        }
        return node.doubleValue();
    }

    private BitSet symbols(JsonNode root) {
        if (root.path("symbols").isMissingNode()) {
            return new BitSet();
        }
        String ranges = word("symbols", root.path("symbols"));
        try {
            return Lexicon.parseRanges(ranges);
        } catch (IllegalArgumentException e) {
            throw fault("symbols", String.valueOf(e.getMessage()));
        }
    }

    private List<String> stopWords(JsonNode root) {
        List<String> words = new ArrayList<>();
        root.path("stop_words").forEach(node -> words.add(word("stop_words", node)));
        return words;
    }

    private IllegalArgumentException fault(String path, String complaint) {
        return new IllegalArgumentException(file + ": " + path + ": " + complaint);
    }
}
