package org.florilegium.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** Schemas of rows and exclusions; the {@code scores} part of a row follows from the installed labels. */
public final class RowSchema {
    private static final Schema SCORE = SchemaBuilder.record("Score")
            .namespace("org.florilegium")
            .fields()
            .requiredDouble("p")
            .requiredDouble("lo")
            .requiredDouble("hi")
            .requiredString("call")
            .requiredInt("tier")
            .endRecord();

    private RowSchema() {}

    /**
     * Schema of a row whose scores have a field for each label; without labels there is no {@code scores} at all.
     *
     * @param labels identifiers {@code family.name} in their published order
     */
    public static Schema of(List<String> labels) {
        Schema template = read("document.avsc");
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : template.getFields()) {
            if (field.name().equals("scores") && labels.isEmpty()) {
                continue; // Parquet has no empty groups
            }
            fields.add(
                    field.name().equals("scores")
                            ? new Schema.Field("scores", scores(labels), field.doc(), (Object) null)
                            : new Schema.Field(field, field.schema()));
        }
        return Schema.createRecord(template.getName(), template.getDoc(), template.getNamespace(), false, fields);
    }

    /** Schema of an exclusion. */
    public static Schema exclusion() {
        return read("exclusion.avsc");
    }

    private static Schema scores(List<String> labels) {
        Map<String, List<String>> families = new LinkedHashMap<>();
        for (String label : labels) {
            int dot = label.indexOf('.');
            if (dot <= 0) {
                throw new IllegalArgumentException("label must be family.name, was '" + label + "'");
            }
            families.computeIfAbsent(label.substring(0, dot), family -> new ArrayList<>())
                    .add(label.substring(dot + 1));
        }
        var scores = SchemaBuilder.record("Scores").namespace("org.florilegium").fields();
        for (Map.Entry<String, List<String>> family : families.entrySet()) {
            var names = SchemaBuilder.record("Scores_" + family.getKey())
                    .namespace("org.florilegium")
                    .fields();
            for (String name : family.getValue()) {
                names = names.name(name).type(optional(SCORE)).withDefault(null);
            }
            scores = scores.name(family.getKey())
                    .type(optional(names.endRecord()))
                    .withDefault(null);
        }
        return scores.endRecord();
    }

    private static Schema optional(Schema schema) {
        return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
    }

    private static Schema read(String name) {
        try (InputStream in = RowSchema.class.getResourceAsStream("/org/florilegium/schemas/" + name)) {
            if (in == null) {
                throw new IllegalStateException("schema '" + name + "' is missing from the class path");
            }
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
