package org.florilegium.parquet;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.schema.ColumnOrder;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * Parquet's form of a row schema.
 *
 * <p>Floating-point columns are written with the order that every reader knows, {@code TYPE_DEFINED_ORDER}: this version of
 * Parquet would mark them with the newer IEEE 754 total order, and readers that do not know it, such as polars before
 * 2, refuse the whole file.
 */
final class RowTypes {
    private RowTypes() {}

    /** The type of rows of {@code schema} in a file; lists have three levels. */
    static MessageType of(Schema schema) {
        PlainParquetConfiguration configuration = new PlainParquetConfiguration();
        configuration.set("parquet.avro.write-old-list-structure", "false");
        MessageType converted = new AvroSchemaConverter(configuration).convert(schema);
        return new MessageType(converted.getName(), ordered(converted));
    }

    private static List<Type> ordered(GroupType group) {
        return group.getFields().stream().map(RowTypes::ordered).toList();
    }

    private static Type ordered(Type type) {
        if (type.isPrimitive()) {
            PrimitiveType primitive = type.asPrimitiveType();
            return switch (primitive.getPrimitiveTypeName()) {
                case FLOAT, DOUBLE -> primitive.withColumnOrder(ColumnOrder.typeDefined());
                default -> primitive;
            };
        }
        return type.asGroupType().withNewFields(ordered(type.asGroupType()));
    }
}
