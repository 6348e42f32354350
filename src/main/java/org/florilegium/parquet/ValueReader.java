package org.florilegium.parquet;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/** Reads the values of one column; a value that a dictionary holds is decoded once. */
final class ValueReader extends FieldReader {
    private static final int MOST = 4096;

    private final Schema.Type type;
    private final ColumnDescriptor descriptor;
    private final Values values;
    private @Nullable ColumnReader column;

    ValueReader(Schema.Type type, ColumnDescriptor descriptor) {
        this.type = type;
        this.descriptor = descriptor;
        this.values = new Values(type);
    }

    @Override
    void open(PageReadStore pages, @Nullable ParsedVersion version) {
        column = new ColumnReaderImpl(descriptor, pages.getPageReader(descriptor), values, version);
    }

    @Override
    Object read() {
        ColumnReader from = column();
        from.writeCurrentValueToConverter();
        from.consume();
        return type == Schema.Type.DOUBLE ? (Object) values.decimal : values.value;
    }

    /** The next value of a column of doubles. */
    double readDecimal() {
        ColumnReader from = column();
        from.writeCurrentValueToConverter();
        from.consume();
        return values.decimal;
    }

    boolean holdsDecimals() {
        return type == Schema.Type.DOUBLE;
    }

    @Override
    void skip() {
        column().consume();
    }

    @Override
    ValueReader first() {
        return this;
    }

    /** How much of the path of the next value is there. */
    int definition() {
        return column().getCurrentDefinitionLevel();
    }

    /** At which list the next value starts anew, 0 for a new row. */
    int repetition() {
        return column().getCurrentRepetitionLevel();
    }

    private ColumnReader column() {
        ColumnReader open = column;
        if (open == null) {
            throw new IllegalStateException("open() was not called");
        }
        return open;
    }

    /** Takes each value as it is decoded. */
    private static final class Values extends PrimitiveConverter {
        private final Schema.Type type;
        private final Map<String, String> shared = new HashMap<>();
        private Object value = "";
        private double decimal;
        private Object[] held = {};
        private @Nullable Dictionary dictionary;

        Values(Schema.Type type) {
            this.type = type;
        }

        @Override
        public boolean hasDictionarySupport() {
            return true;
        }

        @Override
        public void setDictionary(Dictionary found) {
            dictionary = found;
            held = new Object[found.getMaxId() + 1];
        }

        @Override
        public void addValueFromDictionary(int id) {
            Object known = held[id];
            if (known == null) {
                known = decoded(id);
                held[id] = known;
            }
            value = known;
            if (known instanceof Double number) {
                decimal = number;
            }
        }

        private Object decoded(int id) {
            Dictionary from = dictionary;
            if (from == null) {
                throw new IllegalStateException("a page refers to a dictionary that its column lacks");
            }
            return switch (type) {
                case STRING -> shared(from.decodeToBinary(id).toStringUsingUTF8());
                case INT -> from.decodeToInt(id);
                case LONG -> from.decodeToLong(id);
                case DOUBLE -> from.decodeToDouble(id);
                case FLOAT -> from.decodeToFloat(id);
                default -> from.decodeToBoolean(id);
            };
        }

        /** One string for all row groups, so that most comparisons of names are done at a glance. */
        private String shared(String text) {
            String known = shared.get(text);
            if (known != null) {
                return known;
            }
            if (shared.size() < MOST) {
                shared.put(text, text);
            }
            return text;
        }

        @Override
        public void addBinary(Binary bytes) {
            value = bytes.toStringUsingUTF8();
        }

        @Override
        public void addInt(int number) {
            value = number;
        }

        @Override
        public void addLong(long number) {
            value = number;
        }

        @Override
        public void addDouble(double number) {
            decimal = number;
        }

        @Override
        public void addFloat(float number) {
            value = number;
        }

        @Override
        public void addBoolean(boolean flag) {
            value = flag;
        }
    }
}
