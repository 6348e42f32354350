package org.florilegium.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Reads the text column, and where there are any the id and title columns, of a Parquet file, one row group at a time. */
public final class ParquetTextReader {

    /**
     * One row.
     *
     * @param number from 0
     * @param text the text column, null where it is null
     * @param id the id column, empty where there is none
     * @param title the title column, empty where there is none
     */
    public record TextRow(long number, @Nullable String text, String id, String title) {}

    /** The file has no string column of the declared name. */
    public static final class NoTextColumnException extends IOException {
        private static final long serialVersionUID = 1L;

        NoTextColumnException(String message) {
            super(message);
        }
    }

    private final String textColumn;
    private final String idColumn;
    private final String titleColumn;

    /** Columns by their names; only the text column has to exist. */
    public ParquetTextReader(String textColumn, String idColumn, String titleColumn) {
        this.textColumn = textColumn;
        this.idColumn = idColumn;
        this.titleColumn = titleColumn;
    }

    /**
     * Hands every row of {@code file} to {@code rows}, in order.
     *
     * @throws NoTextColumnException when there is no such string column
     * @throws IOException or a runtime exception of the library when the file is broken
     */
    public void read(Path file, Consumer<TextRow> rows) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new ReadingCodecs())
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType columns = columns(reader.getFileMetaData().getSchema());
            reader.setRequestedSchema(columns);
            long number = 0;
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(columns)
                        .getRecordReader(group, new GroupRecordConverter(columns));
                for (long row = 0; row < group.getRowCount(); row++) {
                    Group values = records.read();
                    rows.accept(row(number++, values, columns));
                }
            }
        }
    }

    private MessageType columns(MessageType schema) throws NoTextColumnException {
        List<Type> wanted = new ArrayList<>();
        for (String name : List.of(textColumn, idColumn, titleColumn)) {
            if (schema.containsField(name)
                    && isScalar(schema.getType(name))
                    && !wanted.contains(schema.getType(name))) {
                wanted.add(schema.getType(name));
            }
        }
        boolean hasText = schema.containsField(textColumn) && isText(schema.getType(textColumn));
        if (!hasText) {
            List<String> names = schema.getFields().stream().map(Type::getName).toList();
            throw new NoTextColumnException("no string column '" + textColumn + "', columns are " + names);
        }
        return new MessageType(schema.getName(), wanted);
    }

    private static boolean isScalar(Type type) {
        return type.isPrimitive() && !type.isRepetition(Type.Repetition.REPEATED);
    }

    private static boolean isText(Type type) {
        return isScalar(type) && type.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    }

    private TextRow row(long number, Group values, MessageType columns) {
        String text = value(values, columns, textColumn);
        String id = value(values, columns, idColumn);
        String title = value(values, columns, titleColumn);
        return new TextRow(number, text, id == null ? "" : id, title == null ? "" : title);
    }

    private static @Nullable String value(Group values, MessageType columns, String name) {
        if (!columns.containsField(name) || values.getFieldRepetitionCount(name) == 0) {
            return null;
        }
        return values.getValueToString(columns.getFieldIndex(name), 0);
    }
}
