package org.florilegium.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/** Fills row groups of a Parquet file and writes each when it is large enough. */
final class RowGroups implements Closeable {
    private static final long LARGEST_BYTES = 32L * 1024 * 1024;
    private static final int PAGE_BYTES = 1024 * 1024;
    private static final int ROWS_BETWEEN_LOOKS = 100;

    private final MessageType type;
    private final Schema schema;
    private final ParquetProperties properties;
    private final BytesInputCompressor compressor;
    private final ParquetFileWriter file;
    private final Map<String, String> footer;
    private ColumnChunkPageWriteStore pages;
    private ColumnWriteStore columns;
    private FieldWriter rows;
    private int held;
    private long written;
    private boolean closed;

    /** @param hardlyRepeated columns that are written without a dictionary */
    RowGroups(
            OutputFile out,
            Schema schema,
            Iterable<String> hardlyRepeated,
            BytesInputCompressor compressor,
            Map<String, String> footer)
            throws IOException {
        this.schema = schema;
        this.type = RowTypes.of(schema);
        this.compressor = compressor;
        ParquetProperties.Builder builder = ParquetProperties.builder().withPageSize(PAGE_BYTES);
        hardlyRepeated.forEach(column -> builder.withDictionaryEncoding(column, false));
        this.properties = builder.build();
        this.footer = new HashMap<>(footer);
        this.footer.put(RowReader.AVRO_SCHEMA, schema.toString());
        this.file = new ParquetFileWriter(out, type, ParquetFileWriter.Mode.CREATE, LARGEST_BYTES, 0, null, properties);
        this.file.start();
        this.pages = newPages();
        this.columns = properties.newColumnWriteStore(type, pages, pages);
        this.rows = FieldWriter.ofRows(schema, type, columns);
    }

    private ColumnChunkPageWriteStore newPages() {
        return ColumnChunkPageWriteStore.builder()
                .withCompressorProvider(column -> compressor)
                .withSchema(type)
                .withAllocator(properties.getAllocator())
                .withColumnIndexTruncateLength(properties.getColumnIndexTruncateLength())
                .withPageWriteChecksumEnabled(properties.getPageWriteChecksumEnabled())
                .build();
    }

    void write(GenericRecord row) throws IOException {
        rows.write(row, 0, 0);
        columns.endRecord();
        held++;
        // how much is held is costly to tell
        if (held % ROWS_BETWEEN_LOOKS == 0 && columns.getBufferedSize() >= LARGEST_BYTES) {
            flush();
            pages = newPages();
            columns = properties.newColumnWriteStore(type, pages, pages);
            rows = FieldWriter.ofRows(schema, type, columns);
        }
    }

    /** Bytes written so far and waiting in memory. */
    long bytes() {
        return written + columns.getBufferedSize();
    }

    private void flush() throws IOException {
        if (held > 0) {
            file.startBlock(held);
            columns.flush();
            pages.flushToFileWriter(file);
            file.endBlock();
            written = file.getPos();
            held = 0;
        }
        columns.close();
        pages.close();
    }

    /** Finishes the file. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        flush();
        file.end(footer);
        file.close();
        compressor.release();
    }
}
