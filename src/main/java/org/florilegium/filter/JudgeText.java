package org.florilegium.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Judges JSON lines by one recipe.
 *
 * <p>{@code {"id": "d1", "text": "..."}} gives {@code {"id": "d1", "keep": false, "reason": "gopher_short_doc",
 * "measurements": {"non_symbol_words": 3.0}}}; {@code reason} is null where the text is kept. A recipe that edits adds the
 * edited {@code text} where it keeps; one with rules that only flag adds {@code failed}, the reasons of all that fail.
 * One with figures by language looks at the row's {@code language}, a BCP-47 tag, if there is one.
 */
public final class JudgeText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Recipe recipe;

    public JudgeText(Recipe recipe) {
        this.recipe = recipe;
    }

    /**
     * Judges one line.
     *
     * @throws IllegalArgumentException when the line is no JSON object with {@code id} and a string {@code text}
     */
    public String judge(String line) {
        JsonNode row = read(line);
        if (!row.path("text").isTextual()) {
            throw new IllegalArgumentException("text: must be a string, was "
                    + row.path("text").getNodeType().toString().toLowerCase(java.util.Locale.ROOT));
        }
        if (!row.path("id").isValueNode()) {
            throw new IllegalArgumentException("id: must be a string or a number, was absent or nested");
        }
        String language = row.path("language").asText("und");
        Verdict verdict = recipe.in(language, "").judge(row.path("text").textValue());
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", row.get("id"));
        answer.put("keep", verdict.keep());
        answer.put("reason", verdict.reason().orElse(null));
        ObjectNode measurements = answer.putObject("measurements");
        verdict.measurements().forEach(measurements::put);
        if (recipe.rules().stream().anyMatch(Rule::tags)) {
            verdict.failed().forEach(answer.putArray("failed")::add);
        }
        verdict.text().ifPresent(text -> answer.put("text", text));
        return answer.toString();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("must be a JSON object, was not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
