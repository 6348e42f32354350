package org.florilegium.tag.tradition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Turns the YAML of the tradition file into values, and collects every complaint about it. */
final class TraditionsParser {
    private static final Set<String> TOP = Set.of("version", "weights", "traditions");
    private static final Set<String> LEAF =
            Set.of("label", "steward", "reviewed", "wikidata", "lcc", "aliases", "works", "persons", "terms");
    private static final Set<String> QUERY = Set.of("any", "weight", "relation");
    private static final Set<String> RELATIONS = Set.of("of", "about", "unknown");
    private static final Map<String, String> KINDS = Map.of("works", "work", "persons", "person", "terms", "term");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ITEM = Pattern.compile("Q[1-9][0-9]*");

    private final String file;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    TraditionsParser(String file) {
        this.file = file;
    }

    Traditions parse(String yaml, String digest) {
        JsonNode root = tree(yaml);
        unknownKeys(root, "", TOP);
        EvidenceWeights weights = weights(root.path("weights"));
        List<Tradition> leaves = new ArrayList<>();
        root.path("traditions")
                .properties()
                .forEach(entry -> leaves.add(leaf(entry.getKey(), entry.getValue(), weights)));
        if (leaves.isEmpty()) {
            fault("traditions", "must hold at least one tradition", root.path("traditions"));
        }
        int version = (int) number(root.path("version"), "version", 1, 1_000_000);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return new Traditions(version, weights, leaves, digest);
    }

    private JsonNode tree(String yaml) {
        try {
            JsonNode root = YAMLMapper.builder(new YAMLFactory())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(yaml);
            return root == null ? MissingNode.getInstance() : root;
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(file + ": not YAML: " + broken.getMessage(), broken);
        }
    }

    private EvidenceWeights weights(JsonNode node) {
        unknownKeys(
                node,
                "weights.",
                Set.of("work", "person", "term", "cap", "spread", "title", "declared", "declared_against_title"));
        return new EvidenceWeights(
                number(node.path("work"), "weights.work", 0, 5),
                number(node.path("person"), "weights.person", 0, 5),
                number(node.path("term"), "weights.term", 0, 5),
                number(node.path("cap"), "weights.cap", 0, 100),
                number(node.path("spread"), "weights.spread", 0, 1),
                number(node.path("title"), "weights.title", 0, 5),
                number(node.path("declared"), "weights.declared", 0, 1),
                number(node.path("declared_against_title"), "weights.declared_against_title", 0, 1));
    }

    private Tradition leaf(String name, JsonNode node, EvidenceWeights weights) {
        String at = "traditions." + name;
        if (!NAME.matcher(name).matches()) {
            fault(at, "names must be in snake case", name);
        }
        claim(name, at);
        unknownKeys(node, at + ".", LEAF);
        List<String> aliases = new ArrayList<>();
        node.path("aliases").forEach(alias -> aliases.add(alias.asText()));
        aliases.forEach(alias -> claim(alias, at + ".aliases"));
        List<TraditionQuery> queries = new ArrayList<>();
        queries(name, at, "works", node, weights.work(), queries);
        queries(name, at, "persons", node, weights.person(), queries);
        queries(name, at, "terms", node, weights.term(), queries);
        return new Tradition(
                name,
                text(node, "label", at, label -> !label.isEmpty(), "must not be empty"),
                text(node, "steward", at, any -> true, ""),
                text(node, "reviewed", at, date -> fits(DATE, date), "must be a date such as 2026-01-31"),
                text(node, "wikidata", at, item -> fits(ITEM, item), "must be an item such as Q748"),
                text(node, "lcc", at, any -> true, ""),
                aliases,
                queries);
    }

    private void claim(String name, String at) {
        if (!taken.add(name)) {
            fault(at, "name is taken by another leaf", name);
        }
    }

    private void queries(
            String name, String at, String list, JsonNode leaf, double weight, List<TraditionQuery> queries) {
        Set<String> ids = new HashSet<>();
        int index = 0;
        for (JsonNode node : leaf.path(list)) {
            TraditionQuery query = query(name, at + "." + list + "[" + index++ + "]", list, node, weight);
            if (!ids.add(query.id())) {
                fault(at + "." + list, "is listed twice", query.forms().get(0));
            }
            queries.add(query);
        }
    }

    private TraditionQuery query(String name, String at, String list, JsonNode node, double standard) {
        JsonNode any = node.isObject() ? node.path("any") : node;
        if (node.isObject()) {
            unknownKeys(node, at + ".", QUERY);
        }
        List<String> forms = new ArrayList<>();
        for (String form : any.asText().split("\\|", -1)) {
            if (!form.strip().chars().anyMatch(Character::isLetterOrDigit)) {
                fault(at, "every form must hold a letter", any.asText());
            }
            forms.add(form.strip());
        }
        double weight = node.has("weight") ? number(node.path("weight"), at + ".weight", 0, 5) : standard;
        String relation = node.path("relation").asText("unknown");
        if (!RELATIONS.contains(relation)) {
            fault(at + ".relation", "must be of, about or unknown", relation);
        }
        return new TraditionQuery(name, KINDS.getOrDefault(list, "term"), forms, weight, relation);
    }

    private String text(JsonNode node, String field, String at, Predicate<String> valid, String complaint) {
        String value = node.path(field).asText("");
        if (!valid.test(value)) {
            fault(at + "." + field, complaint, value);
        }
        return value;
    }

    private static boolean fits(Pattern pattern, String value) {
        return value.isEmpty() || pattern.matcher(value).matches();
    }

    private double number(JsonNode node, String at, double least, double most) {
        double value = node.asDouble(Double.NaN);
        if (!node.isNumber() || !(value >= least && value <= most)) {
            fault(at, "must be a number from " + least + " to " + most, node);
            return least;
        }
        return value;
    }

    private void unknownKeys(JsonNode node, String prefix, Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                fault(
                        prefix + key,
                        "unknown key, must be one of "
                                + String.join(" ", known.stream().sorted().toList()),
                        key);
            }
        });
    }

    private void fault(String at, String complaint, Object value) {
        String shown = value instanceof MissingNode ? "absent" : "'" + value + "'";
        faults.add(file + ": " + at + ": " + complaint + ", was " + shown);
    }
}
