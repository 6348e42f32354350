package org.florilegium.parquet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.florilegium.document.Measurements;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of one field straight into its columns.
 *
 * <p>Parquet's own way takes every value through a consumer of events that finds out again and again where it is. Here the
 * shape of a row is known once, as a tree of these; what they write is the same. Levels are as in Dremel (Melnik et al. 2010):
 * the repetition level says at which list a value starts anew, the definition level how much of its path is there.
 */
abstract class FieldWriter {

    /** Writes a value whose path is there up to {@code definition}. */
    abstract void write(Object value, int repetition, int definition);

    /** Writes into every column below that there is nothing from {@code definition} on. */
    abstract void writeNothing(int repetition, int definition);

    /** The writer of whole rows. */
    static FieldWriter ofRows(Schema schema, MessageType type, ColumnWriteStore columns) {
        return of(schema, new Path(type, columns, List.of()), 0);
    }

    /** Where in the file's schema a field is. */
    private record Path(MessageType type, ColumnWriteStore columns, List<String> names) {
        Path to(String... further) {
            List<String> longer = new java.util.ArrayList<>(names);
            longer.addAll(List.of(further));
            return new Path(type, columns, longer);
        }

        ColumnWriter column() {
            return columns.getColumnWriter(type.getColumnDescription(names.toArray(new String[0])));
        }
    }

    private static FieldWriter of(Schema schema, Path path, int lists) {
        return switch (schema.getType()) {
            case RECORD -> new OfRecord(schema, path, lists);
            case UNION -> new OfOptional(of(OptionalSchema.present(schema), path, lists));
            case ARRAY -> new OfList(of(schema.getElementType(), path.to("list", "element"), lists + 1), lists + 1);
            case MAP -> new OfMap(schema, path.to("key_value"), lists + 1);
            default -> new OfValue(schema.getType(), path.column());
        };
    }

    private static final class OfRecord extends FieldWriter {
        private final FieldWriter[] fields;

        OfRecord(Schema schema, Path path, int lists) {
            fields = schema.getFields().stream()
                    .map(field -> of(field.schema(), path.to(field.name()), lists))
                    .toArray(FieldWriter[]::new);
        }

        @Override
        void write(Object value, int repetition, int definition) {
            IndexedRecord record = (IndexedRecord) value;
            for (int i = 0; i < fields.length; i++) {
                Object held = record.get(i);
                if (held == null && !(fields[i] instanceof OfOptional)) {
                    throw new IllegalArgumentException(
                            "field '" + record.getSchema().getFields().get(i).name() + "' must not be null");
                }
                writeField(fields[i], held, repetition, definition);
            }
        }

        private static void writeField(FieldWriter field, @Nullable Object held, int repetition, int definition) {
            if (held == null) {
                field.writeNothing(repetition, definition);
            } else {
                field.write(held, repetition, definition);
            }
        }

        @Override
        void writeNothing(int repetition, int definition) {
            for (FieldWriter field : fields) {
                field.writeNothing(repetition, definition);
            }
        }
    }

    private static final class OfOptional extends FieldWriter {
        private final FieldWriter present;

        OfOptional(FieldWriter present) {
            this.present = present;
        }

        @Override
        void write(Object value, int repetition, int definition) {
            present.write(value, repetition, definition + 1);
        }

        @Override
        void writeNothing(int repetition, int definition) {
            present.writeNothing(repetition, definition);
        }
    }

    private static final class OfList extends FieldWriter {
        private final FieldWriter element;
        private final int level;

        OfList(FieldWriter element, int level) {
            this.element = element;
            this.level = level;
        }

        @Override
        void write(Object value, int repetition, int definition) {
            int at = repetition;
            for (Object held : (Collection<?>) value) {
                if (held == null) {
                    element.writeNothing(at, definition + 1);
                } else {
                    element.write(held, at, definition + 1);
                }
                at = level;
            }
            if (((Collection<?>) value).isEmpty()) {
                element.writeNothing(repetition, definition);
            }
        }

        @Override
        void writeNothing(int repetition, int definition) {
            element.writeNothing(repetition, definition);
        }
    }

    /** A map; the names of measurements are coded once. */
    private static final class OfMap extends FieldWriter {
        private static final int MOST = 4096;

        private final ColumnWriter keys;
        private final FieldWriter values;
        private final @Nullable ColumnWriter numbers;
        private final int level;
        private final Map<String, Binary> coded = new HashMap<>();

        OfMap(Schema schema, Path path, int level) {
            this.keys = path.to("key").column();
            this.values = of(schema.getValueType(), path.to("value"), level);
            this.numbers = schema.getValueType().getType() == Schema.Type.DOUBLE
                    ? path.to("value").column()
                    : null;
            this.level = level;
        }

        @Override
        void write(Object value, int repetition, int definition) {
            if (((Map<?, ?>) value).isEmpty()) {
                writeNothing(repetition, definition);
            } else if (numbers != null && value instanceof Measurements measurements) {
                write(measurements, numbers, repetition, definition + 1);
            } else {
                int at = repetition;
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                    keys.write(coded(entry.getKey().toString()), at, definition + 1);
                    values.write(entry.getValue(), at, definition + 1);
                    at = level;
                }
            }
        }

        private void write(Measurements measurements, ColumnWriter to, int repetition, int definition) {
            int at = repetition;
            for (int i = 0; i < measurements.size(); i++) {
                keys.write(coded(measurements.names().get(i)), at, definition);
                to.write(measurements.value(i), at, definition);
                at = level;
            }
        }

        private Binary coded(String key) {
            Binary known = coded.get(key);
            if (known == null) {
                known = Binary.fromConstantByteArray(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                if (coded.size() < MOST) {
                    coded.put(key, known);
                }
            }
            return known;
        }

        @Override
        void writeNothing(int repetition, int definition) {
            keys.writeNull(repetition, definition);
            values.writeNothing(repetition, definition);
        }
    }

    private static final class OfValue extends FieldWriter {
        private final Schema.Type type;
        private final ColumnWriter column;

        OfValue(Schema.Type type, ColumnWriter column) {
            this.type = type;
            this.column = column;
        }

        @Override
        void write(Object value, int repetition, int definition) {
            switch (type) {
                case STRING -> column.write(Binary.fromString(value.toString()), repetition, definition);
                case INT -> column.write((int) (Integer) value, repetition, definition);
                case LONG -> column.write((long) (Long) value, repetition, definition);
                case DOUBLE -> column.write((double) (Double) value, repetition, definition);
                case FLOAT -> column.write((float) (Float) value, repetition, definition);
                case BOOLEAN -> column.write((boolean) (Boolean) value, repetition, definition);
                default -> throw new IllegalArgumentException("rows have no values of type " + type);
            }
        }

        @Override
        void writeNothing(int repetition, int definition) {
            column.writeNull(repetition, definition);
        }
    }
}
