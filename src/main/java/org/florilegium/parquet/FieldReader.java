package org.florilegium.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.schema.MessageType;
import org.florilegium.document.MeasurementNames;
import org.jspecify.annotations.Nullable;

/** Reads the values of one field straight from its columns: the way back from {@link FieldWriter}. */
abstract class FieldReader {

    /** Turns to the columns of a row group. */
    abstract void open(PageReadStore pages, @Nullable ParsedVersion version);

    /** Reads a value that is there. */
    abstract Object read();

    /** Passes over a value that is not there, in every column below. */
    abstract void skip();

    /** The column that tells whether a value is there, and whether there is a further one. */
    abstract ValueReader first();

    /** The reader of whole rows with the fields of {@code schema}, all of which are in {@code type}. */
    static FieldReader ofRows(Schema schema, MessageType type) {
        return of(schema, new Path(type, List.of()), 0, 0);
    }

    private record Path(MessageType type, List<String> names) {
        Path to(String... further) {
            List<String> longer = new ArrayList<>(names);
            longer.addAll(List.of(further));
            return new Path(type, longer);
        }
    }

    private static FieldReader of(Schema schema, Path path, int lists, int definition) {
        return switch (schema.getType()) {
            case RECORD -> new OfRecord(schema, path, lists, definition);
            case UNION -> new OfOptional(of(OptionalSchema.present(schema), path, lists, definition + 1), definition);
            case ARRAY ->
                new OfList(
                        of(schema.getElementType(), path.to("list", "element"), lists + 1, definition + 1),
                        lists,
                        definition);
            case MAP -> new OfMap(schema.getValueType(), path.to("key_value"), lists, definition);
            default ->
                new ValueReader(
                        schema.getType(),
                        path.type().getColumnDescription(path.names().toArray(new String[0])));
        };
    }

    private static @Nullable Object readOrNull(FieldReader field) {
        return field instanceof OfOptional optional ? optional.readOrNull() : field.read();
    }

    private static final class OfRecord extends FieldReader {
        private final Schema schema;
        private final FieldReader[] fields;

        OfRecord(Schema schema, Path path, int lists, int definition) {
            this.schema = schema;
            this.fields = schema.getFields().stream()
                    .map(field -> of(field.schema(), path.to(field.name()), lists, definition))
                    .toArray(FieldReader[]::new);
        }

        @Override
        void open(PageReadStore pages, @Nullable ParsedVersion version) {
            for (FieldReader field : fields) {
                field.open(pages, version);
            }
        }

        @Override
        Object read() {
            GenericData.Record record = new GenericData.Record(schema);
            for (int i = 0; i < fields.length; i++) {
                record.put(i, readOrNull(fields[i]));
            }
            return record;
        }

        @Override
        void skip() {
            for (FieldReader field : fields) {
                field.skip();
            }
        }

        @Override
        ValueReader first() {
            return fields[0].first();
        }
    }

    private static final class OfOptional extends FieldReader {
        private final FieldReader present;
        private final ValueReader first;
        private final int definition;

        OfOptional(FieldReader present, int definition) {
            this.present = present;
            this.first = present.first();
            this.definition = definition;
        }

        @Override
        void open(PageReadStore pages, @Nullable ParsedVersion version) {
            present.open(pages, version);
        }

        @Nullable
        Object readOrNull() {
            if (first.definition() > definition) {
                return present.read();
            }
            present.skip();
            return null;
        }

        @Override
        Object read() {
            return present.read();
        }

        @Override
        void skip() {
            present.skip();
        }

        @Override
        ValueReader first() {
            return first;
        }
    }

    private static final class OfList extends FieldReader {
        private final FieldReader element;
        private final ValueReader first;
        private final int lists;
        private final int definition;

        OfList(FieldReader element, int lists, int definition) {
            this.element = element;
            this.first = element.first();
            this.lists = lists;
            this.definition = definition;
        }

        @Override
        void open(PageReadStore pages, @Nullable ParsedVersion version) {
            element.open(pages, version);
        }

        @Override
        Object read() {
            if (first.definition() <= definition) {
                element.skip();
                return List.of();
            }
            List<@Nullable Object> values = new ArrayList<>();
            do {
                values.add(readOrNull(element));
            } while (first.repetition() > lists);
            return values;
        }

        @Override
        void skip() {
            element.skip();
        }

        @Override
        ValueReader first() {
            return first;
        }
    }

    private static final class OfMap extends FieldReader {
        private final ValueReader keys;
        private final FieldReader values;
        private final int lists;
        private final int definition;
        private final MeasurementNames known = new MeasurementNames();
        private final List<String> names = new ArrayList<>();
        private double[] numbers = new double[64];

        OfMap(Schema value, Path path, int lists, int definition) {
            this.keys = (ValueReader) of(Schema.create(Schema.Type.STRING), path.to("key"), lists + 1, definition + 1);
            this.values = of(value, path.to("value"), lists + 1, definition + 1);
            this.lists = lists;
            this.definition = definition;
        }

        @Override
        void open(PageReadStore pages, @Nullable ParsedVersion version) {
            keys.open(pages, version);
            values.open(pages, version);
        }

        @Override
        Object read() {
            if (keys.definition() <= definition) {
                skip();
                return Map.of();
            }
            if (values instanceof ValueReader decimals && decimals.holdsDecimals()) {
                return measurements(decimals);
            }
            Map<Object, Object> map = new HashMap<>();
            do {
                map.put(keys.read(), values.read());
            } while (keys.repetition() > lists);
            return map;
        }

        private Object measurements(ValueReader decimals) {
            names.clear();
            do {
                if (names.size() == numbers.length) {
                    numbers = Arrays.copyOf(numbers, numbers.length * 2);
                }
                numbers[names.size()] = decimals.readDecimal();
                names.add((String) keys.read());
            } while (keys.repetition() > lists);
            return known.of(names, numbers);
        }

        @Override
        void skip() {
            keys.skip();
            values.skip();
        }

        @Override
        ValueReader first() {
            return keys;
        }
    }
}
