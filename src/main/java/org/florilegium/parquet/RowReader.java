package org.florilegium.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.VersionParser;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one Parquet file in order, all columns or some. */
public final class RowReader implements Closeable {
    static final String AVRO_SCHEMA = "parquet.avro.schema";

    private final Rows rows;

    /** Rows one after the other. */
    private interface Rows extends Closeable {
        @Nullable
        GenericRecord next() throws IOException;
    }

    private RowReader(Rows rows) {
        this.rows = rows;
    }

    /** Opens all columns of {@code file}. */
    public static RowReader open(Path file) throws IOException {
        return open(file, List.of());
    }

    /**
     * Opens some columns of {@code file}.
     *
     * @param columns names of top-level columns, or {@code column.field} for one field of a record, all if empty; a name
     *     the file lacks is left out
     * @throws IOException when the file cannot be read as Parquet, naming it
     */
    public static RowReader open(Path file, Collection<String> columns) throws IOException {
        try {
            ParquetFileReader opened = openFile(file);
            try {
                MessageType type = opened.getFileMetaData().getSchema();
                Schema written = schema(opened);
                Schema wanted = projection(written, columns);
                if (type.equals(RowTypes.of(written))) {
                    return new RowReader(new OwnRows(opened, wanted));
                }
                opened.close();
                return new RowReader(new OtherRows(file, wanted));
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (RuntimeException e) {
            throw new IOException(file + ": cannot be read as Parquet: " + e.getMessage(), e);
        }
    }

    /** Key-value metadata of {@code file}. */
    public static Map<String, String> footer(Path file) throws IOException {
        try (ParquetFileReader opened = openFile(file)) {
            return opened.getFileMetaData().getKeyValueMetaData();
        } catch (RuntimeException e) {
            throw new IOException(file + ": cannot be read as Parquet: " + e.getMessage(), e);
        }
    }

    /** Rows in {@code file}, from its footer. */
    public static long rows(Path file) throws IOException {
        try (ParquetFileReader opened = openFile(file)) {
            return opened.getRecordCount();
        } catch (RuntimeException e) {
            throw new IOException(file + ": cannot be read as Parquet: " + e.getMessage(), e);
        }
    }

    /** The next row, null after the last one. */
    public @Nullable GenericRecord next() throws IOException {
        try {
            return rows.next();
        } catch (RuntimeException e) {
            throw new IOException("row cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static Schema schema(ParquetFileReader opened) {
        String written = opened.getFileMetaData().getKeyValueMetaData().get(AVRO_SCHEMA);
        return written == null
                ? new AvroSchemaConverter(new PlainParquetConfiguration())
                        .convert(opened.getFileMetaData().getSchema())
                : new Schema.Parser().parse(written);
    }

    private static ParquetFileReader openFile(Path file) throws IOException {
        return ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .withCodecFactory(new ReadingCodecs())
                        .build());
    }

    private static Schema projection(Schema schema, Collection<String> columns) {
        if (columns.isEmpty()) {
            return schema;
        }
        List<Schema.Field> kept = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            List<String> within = columns.stream()
                    .filter(column -> column.startsWith(field.name() + "."))
                    .map(column -> column.substring(field.name().length() + 1))
                    .toList();
            if (columns.contains(field.name())) {
                kept.add(new Schema.Field(field, field.schema()));
            } else if (!within.isEmpty()) {
                kept.add(new Schema.Field(field, projection(field.schema(), within)));
            }
        }
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, kept);
    }

    /** Rows of a file in the form in which {@link RowWriter} writes. */
    private static final class OwnRows implements Rows {
        private final ParquetFileReader file;
        private final FieldReader fields;
        private final VersionParser.@Nullable ParsedVersion version;
        private long left;

        OwnRows(ParquetFileReader file, Schema wanted) throws IOException {
            this.file = file;
            this.fields = FieldReader.ofRows(wanted, file.getFileMetaData().getSchema());
            this.version = version(file.getFileMetaData().getCreatedBy());
            file.setRequestedSchema(RowTypes.of(wanted));
        }

        private static VersionParser.@Nullable ParsedVersion version(String createdBy) throws IOException {
            try {
                return VersionParser.parse(createdBy);
            } catch (VersionParser.VersionParseException e) {
                throw new IOException("does not say in a known form what wrote it: " + createdBy, e);
            }
        }

        @Override
        public @Nullable GenericRecord next() throws IOException {
            while (left == 0) {
                PageReadStore pages = file.readNextRowGroup();
                if (pages == null) {
                    return null;
                }
                left = pages.getRowCount();
                fields.open(pages, version);
            }
            left--;
            return (GenericRecord) fields.read();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** Rows of a file that another program wrote. */
    private static final class OtherRows implements Rows {
        private final ParquetReader<GenericRecord> reader;

        OtherRows(Path file, Schema wanted) throws IOException {
            PlainParquetConfiguration configuration = new PlainParquetConfiguration();
            // the lists of a projection are matched with those of the file by their structure
            configuration.set("parquet.avro.write-old-list-structure", "false");
            configuration.set("parquet.avro.projection", wanted.toString());
            configuration.set("parquet.avro.read.schema", wanted.toString());
            reader = AvroParquetReader.<GenericRecord>builder(new LocalInputFile(file), configuration)
                    .withDataModel(GenericData.get())
                    .withCodecFactory(new ReadingCodecs())
                    .build();
        }

        @Override
        public @Nullable GenericRecord next() throws IOException {
            return reader.read();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
