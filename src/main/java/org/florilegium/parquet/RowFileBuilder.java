package org.florilegium.parquet;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.ColumnOrder;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * Builds a writer of Avro rows whose floating-point columns have the order that every reader knows.
 *
 * <p>Parquet 1.18 would mark them with the newer IEEE 754 total order, and readers that do not know it, such as polars before
 * 2, refuse the whole file.
 */
final class RowFileBuilder extends ParquetWriter.Builder<GenericRecord, RowFileBuilder> {
    private final Schema schema;

    RowFileBuilder(OutputFile file, Schema schema) {
        super(file);
        this.schema = schema;
    }

    @Override
    protected RowFileBuilder self() {
        return this;
    }

    @Override
    @Deprecated // has to be there
    protected WriteSupport<GenericRecord> getWriteSupport(Configuration configuration) {
        throw new IllegalStateException("rows are written without Hadoop's configuration");
    }

    @Override
    protected WriteSupport<GenericRecord> getWriteSupport(ParquetConfiguration configuration) {
        MessageType converted = new AvroSchemaConverter(configuration).convert(schema);
        MessageType ordered = new MessageType(converted.getName(), ordered(converted));
        return new AvroWriteSupport<>(ordered, schema, GenericData.get());
    }

    private static List<Type> ordered(GroupType group) {
        return group.getFields().stream().map(RowFileBuilder::ordered).toList();
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
