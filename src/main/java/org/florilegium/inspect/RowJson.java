package org.florilegium.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Call;
import org.jspecify.annotations.Nullable;

/** Writes a row as JSON for people and scripts: scores by label, the text only as its beginning, absent values left out. */
final class RowJson {
    private static final int TEXT_START = 200;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RowJson() {}

    /**
     * The JSON of a row or an exclusion.
     *
     * @param labels names of the probabilities of a passage, in their order
     */
    static ObjectNode of(GenericRecord row, List<String> labels) {
        ObjectNode json = NODES.objectNode();
        for (Schema.Field field : row.getSchema().getFields()) {
            Object value = row.get(field.pos());
            switch (field.name()) {
                case "text" -> json.put("text_start", start(String.valueOf(value)));
                case "scores" -> json.set("scores", scores((GenericRecord) value));
                case "passages" -> json.set("passages", passages((List<?>) value, labels));
                case "bands" -> {} // hashes that only a machine compares
                default -> put(json, field.name(), value);
            }
        }
        return json;
    }

    private static String start(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= TEXT_START
                ? line
                : line.substring(0, line.offsetByCodePoints(0, TEXT_START)) + "\u2026";
    }

    private static ObjectNode scores(GenericRecord families) {
        ObjectNode json = NODES.objectNode();
        Scores.forEach(families, (label, score) -> json.set(label, node(score)));
        return json;
    }

    private static ArrayNode passages(List<?> passages, List<String> labels) {
        ArrayNode json = NODES.arrayNode();
        for (Object passage : passages) {
            GenericRecord record = (GenericRecord) passage;
            ObjectNode node = json.addObject();
            for (Schema.Field field : record.getSchema().getFields()) {
                if (!field.name().equals("p") && !field.name().equals("calls")) {
                    put(node, field.name(), record.get(field.pos()));
                }
            }
            node.set("scores", passageScores((List<?>) record.get("p"), (List<?>) record.get("calls"), labels));
        }
        return json;
    }

    private static ObjectNode passageScores(List<?> p, List<?> calls, List<String> labels) {
        ObjectNode json = NODES.objectNode();
        for (int i = 0; i < p.size(); i++) {
            if (p.get(i) instanceof Float probability) {
                ObjectNode score = json.putObject(i < labels.size() ? labels.get(i) : "label_" + i);
                score.put("p", Math.round(probability * 1e4) / 1e4);
                score.put("call", call(calls.get(i)));
            }
        }
        return json;
    }

    private static @Nullable String call(@Nullable Object code) {
        for (Call call : Call.values()) {
            if (code instanceof Integer number && number == call.code()) {
                return call.word();
            }
        }
        return null;
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.set(name, node(value));
        }
    }

    private static JsonNode node(Object value) {
        if (value instanceof GenericRecord record) {
            ObjectNode json = NODES.objectNode();
            record.getSchema().getFields().forEach(field -> put(json, field.name(), record.get(field.pos())));
            return json;
        }
        if (value instanceof List<?> list) {
            ArrayNode json = NODES.arrayNode();
            list.forEach(item -> json.add(node(item)));
            return json;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode json = NODES.objectNode();
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(key.toString(), item));
            sorted.forEach((key, item) -> json.set(key, node(item)));
            return json;
        }
        return scalar(value);
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return NODES.numberNode(((Number) value).longValue());
        }
        if (value instanceof Double || value instanceof Float) {
            return NODES.numberNode(((Number) value).doubleValue());
        }
        return value instanceof Boolean flag ? NODES.booleanNode(flag) : NODES.textNode(value.toString());
    }
}
