package org.florilegium.decontaminate;

import java.io.Serializable;
import java.util.List;

/**
 * A set of texts that models are tested on.
 *
 * @param name name in reasons and reports
 * @param path a folder of files, those in its sub-folders too: {@code .jsonl} and {@code .ndjson} (an object a line), {@code
 *     .json} (objects at any depth), {@code .csv} with a header, {@code .parquet}, {@code .txt} (a text a line); all but Parquet
 *     also with {@code .gz} or {@code .zst}
 * @param fields fields to compare, of an object, a row or a line; every string in a list or object below one counts
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
