package org.florilegium.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Attribution;
import org.florilegium.document.Call;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Hygiene;
import org.florilegium.document.Lineage;
import org.florilegium.document.Measurements;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Provenance;
import org.florilegium.document.Score;
import org.florilegium.document.Tags;
import org.florilegium.document.TextUnit;
import org.florilegium.document.TextUnits;
import org.florilegium.document.Tier;
import org.jspecify.annotations.Nullable;

/** Reads documents back from the Avro records that {@link DocumentRows} writes; a projection leaves fields empty. */
public final class RowDocuments {
    private RowDocuments() {}

    /** The document of a row; what only a release has is not part of it. */
    public static Document toDocument(GenericRecord row) {
        return new Document(
                text(row, "document_id"), number(row, "part"), content(row), provenance(row), hygiene(row), tags(row));
    }

    /** All origins of a row, the first one first. */
    public static List<Origin> origins(GenericRecord row) {
        return records(row, "origins").stream().map(RowDocuments::origin).toList();
    }

    /** MinHash bands of a row. */
    public static long[] bands(GenericRecord row) {
        return get(row, "bands") instanceof List<?> values
                ? values.stream().mapToLong(value -> (Long) value).toArray()
                : new long[0];
    }

    /** The sketch of a row. */
    public static int[] sketch(GenericRecord row) {
        return get(row, "sketch") instanceof List<?> values
                ? values.stream().mapToInt(value -> (Integer) value).toArray()
                : new int[0];
    }

    static Origin origin(GenericRecord record) {
        return new Origin(
                text(record, "name"),
                text(record, "uri"),
                text(record, "record"),
                text(record, "media_type"),
                text(record, "retrieved_at"),
                text(record, "digest"),
                text(record, "licence"),
                text(record, "consent"));
    }

    private static Content content(GenericRecord row) {
        return new Content(
                text(row, "text"),
                text(row, "title"),
                text(row, "language"),
                text(row, "script"),
                decimal(row, "language_probability"),
                number(row, "tokens"));
    }

    private static Provenance provenance(GenericRecord row) {
        Declared declared = Declared.NOTHING;
        if (get(row, "declared") instanceof GenericRecord record) {
            declared = new Declared(
                    text(record, "tradition"), text(record, "region"), text(record, "voice"), text(record, "language"));
        }
        Origin first = get(row, "source") instanceof GenericRecord source
                ? origin(source)
                : new Origin("", "", "", "", "", "", "", "");
        List<Lineage> lineage = records(row, "lineage").stream()
                .map(stage -> new Lineage(
                        text(stage, "stage"),
                        text(stage, "version"),
                        text(stage, "config_digest"),
                        text(stage, "model_digest")))
                .toList();
        return new Provenance(first, declared, List.of(), lineage).withOtherOrigins(origins(row));
    }

    private static Hygiene hygiene(GenericRecord row) {
        Map<String, Double> measurements = Measurements.NONE;
        List<String> flags = List.of();
        if (get(row, "rules") instanceof GenericRecord rules) {
            measurements = measurements(rules, "measurements");
            flags = texts(rules, "flags");
        }
        Map<String, Integer> redactions = new TreeMap<>();
        if (get(row, "redactions") instanceof Map<?, ?> counts && !counts.isEmpty()) {
            counts.forEach((kind, count) -> redactions.put(String.valueOf(kind), (Integer) count));
        }
        List<Long> bands = Arrays.stream(bands(row)).boxed().toList();
        List<Integer> sketch = Arrays.stream(sketch(row)).boxed().toList();
        boolean twin = get(row, "has_lower_twin") instanceof Boolean flag && flag;
        return new Hygiene(measurements, flags, redactions, bands, sketch, units(row), twin);
    }

    private static TextUnits units(GenericRecord row) {
        if (!(get(row, "units") instanceof GenericRecord units)) {
            return TextUnits.NONE;
        }
        return new TextUnits(
                number(units, "visible"),
                records(units, "list").stream()
                        .map(unit -> new TextUnit(
                                TextUnit.Kind.of(text(unit, "kind")),
                                number(unit, "start"),
                                number(unit, "end"),
                                number(unit, "visible"),
                                (Long) unit.get("hash"),
                                number(unit, "occurrences"),
                                number(unit, "documents")))
                        .toList());
    }

    static Measurements measurements(GenericRecord row, String name) {
        if (get(row, name) instanceof Measurements read) {
            return read;
        }
        Map<String, Double> values = new TreeMap<>();
        if (get(row, name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> values.put(String.valueOf(key), (Double) value));
        }
        return Measurements.of(values);
    }

    private static Tags tags(GenericRecord row) {
        String voice = text(row, "voice");
        return new Tags(
                records(row, "passages").stream().map(RowDocuments::passage).toList(),
                scores(row),
                records(row, "traditions").stream()
                        .map(record -> new Attribution(
                                text(record, "name"),
                                decimal(record, "probability"),
                                text(record, "relation"),
                                texts(record, "evidence")))
                        .toList(),
                texts(row, "regions"),
                voice.isEmpty() ? "unknown" : voice);
    }

    private static Passage passage(GenericRecord record) {
        List<?> values = get(record, "p") instanceof List<?> list ? list : List.of();
        List<?> codes = get(record, "calls") instanceof List<?> list ? list : List.of();
        float[] p = new float[values.size()];
        byte[] calls = new byte[p.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = values.get(i) instanceof Float value ? value : Float.NaN;
            calls[i] = codes.get(i) instanceof Integer code ? code.byteValue() : Call.ABSENT;
        }
        return new Passage(
                number(record, "start"),
                number(record, "end"),
                text(record, "language"),
                Tier.of(number(record, "tier")),
                p,
                calls,
                texts(record, "conflicts"),
                text(record, "stance"));
    }

    private static Map<String, Score> scores(GenericRecord row) {
        Map<String, Score> scores = new TreeMap<>();
        if (get(row, "scores") instanceof GenericRecord families) {
            for (Schema.Field family : families.getSchema().getFields()) {
                if (families.get(family.pos()) instanceof GenericRecord names) {
                    for (Schema.Field name : names.getSchema().getFields()) {
                        if (names.get(name.pos()) instanceof GenericRecord score) {
                            scores.put(family.name() + "." + name.name(), score(score));
                        }
                    }
                }
            }
        }
        return scores;
    }

    private static Score score(GenericRecord record) {
        return new Score(
                decimal(record, "p"),
                decimal(record, "lo"),
                decimal(record, "hi"),
                Call.of(text(record, "call")),
                Tier.of(number(record, "tier")));
    }

    static String text(GenericRecord record, String name) {
        Object value = get(record, name);
        return value == null ? "" : value.toString();
    }

    static int number(GenericRecord record, String name) {
        return get(record, name) instanceof Integer value ? value : 0;
    }

    private static double decimal(GenericRecord record, String name) {
        return get(record, name) instanceof Double value ? value : 0;
    }

    static List<String> texts(GenericRecord record, String name) {
        if (!(get(record, name) instanceof List<?> list) || list.isEmpty()) {
            return List.of();
        }
        List<String> values = new ArrayList<>(list.size());
        list.forEach(value -> values.add(value.toString()));
        return values;
    }

    static List<GenericRecord> records(GenericRecord record, String name) {
        if (!(get(record, name) instanceof List<?> list) || list.isEmpty()) {
            return List.of();
        }
        List<GenericRecord> values = new ArrayList<>(list.size());
        list.forEach(value -> values.add((GenericRecord) value));
        return values;
    }

    private static @Nullable Object get(GenericRecord record, String name) {
        Schema.Field field = record.getSchema().getField(name);
        return field == null ? null : record.get(field.pos());
    }
}
