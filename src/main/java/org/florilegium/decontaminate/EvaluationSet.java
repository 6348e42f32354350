package org.florilegium.decontaminate;

import java.io.Serializable;
import java.util.List;

/**
 * A set of texts that models are tested on.
 *
 * @param name name in reasons and reports
 * @param path a folder of files ending in {@code .jsonl}, one object a line, and {@code .txt}, one text a line
 * @param fields string fields of an object to compare, in JSON lines
 */
public record EvaluationSet(String name, String path, List<String> fields) implements Serializable {
    public EvaluationSet {
        fields = List.copyOf(fields);
        if (name.isBlank()) {
            throw new IllegalArgumentException("decontaminate.sets.name: must not be blank, was '" + name + "'");
        }
        if (path.isBlank()) {
            throw new IllegalArgumentException("decontaminate.sets.path: must not be blank, was '" + path + "'");
        }
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("decontaminate.sets.fields: must name at least one field, was []");
        }
    }

    /** A set whose JSON lines keep their text in one of the usual fields. */
    public static EvaluationSet of(String name, String path) {
        return new EvaluationSet(name, path, List.of("text", "question", "prompt", "context", "answer"));
    }
}
