package org.florilegium.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.florilegium.document.Document;
import org.florilegium.row.DocumentRows;
import org.florilegium.row.RandomDocuments;
import org.florilegium.row.RowDocuments;
import org.florilegium.row.RowSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFilesTest {
    private static final Schema SCHEMA = RowSchema.of(RandomDocuments.LABELS);
    private static final List<Document> DOCUMENTS = LongStream.range(0, 300)
            .mapToObj(seed -> new RandomDocuments(seed).next())
            .toList();

    @TempDir
    Path folder;

    @Test
    void parquetsOwnReaderReadsWhatWasWritten() throws IOException {
        Path file = written();

        List<Document> read = new ArrayList<>();
        try (ParquetReader<GenericRecord> reader = AvroParquetReader.<GenericRecord>builder(
                        new LocalInputFile(file), threeLevels())
                .withDataModel(GenericData.get())
                .withCodecFactory(new ReadingCodecs())
                .build()) {
            for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
                read.add(RowDocuments.toDocument(row));
            }
        }

        assertSame(read);
    }

    @Test
    void readsWhatParquetsOwnWriterWrote() throws IOException {
        Path file = folder.resolve("other.parquet");
        try (ParquetWriter<GenericRecord> writer = AvroParquetWriter.<GenericRecord>builder(new LocalOutputFile(file))
                .withConf(threeLevels())
                .withSchema(SCHEMA)
                .withDataModel(GenericData.get())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withCodecFactory(new PlainCodecs())
                .build()) {
            for (Document document : DOCUMENTS) {
                writer.write(new DocumentRows(SCHEMA).toRecord(document));
            }
        }

        assertSame(read(file, List.of()).stream().map(RowDocuments::toDocument).toList());
    }

    @Test
    void readsSomeColumnsOfEveryRow() throws IOException {
        List<GenericRecord> rows = read(written(), List.of("part", "bands", "rules.flags", "passages", "unknown"));

        assertThat(rows).hasSameSizeAs(DOCUMENTS);
        for (int i = 0; i < rows.size(); i++) {
            Document read = RowDocuments.toDocument(rows.get(i));
            Document document = DOCUMENTS.get(i);
            assertThat(rows.get(i).getSchema().getFields()).hasSize(4);
            assertThat(read.part()).isEqualTo(document.part());
            assertThat(read.hygiene().bands()).isEqualTo(document.hygiene().bands());
            assertThat(read.hygiene().flags()).isEqualTo(document.hygiene().flags());
            assertThat(read.hygiene().measurements()).isEmpty();
            assertThat(read.tags().passages()).hasSameSizeAs(document.tags().passages());
            assertThat(read.content().text()).isEmpty();
        }
    }

    @Test
    void aFileOfSeveralRowGroupsIsReadToItsEnd() throws IOException {
        Path file = folder.resolve("large.parquet");
        String filler = "x".repeat(200_000);
        try (RowWriter writer = new RowWriter(file, SCHEMA, Map.of())) {
            for (int i = 0; i < 600; i++) {
                Document document = DOCUMENTS.get(i % DOCUMENTS.size());
                writer.write(new DocumentRows(SCHEMA)
                        .toRecord(document.withContent(document.content().withText(i + filler))));
            }
            writer.finish();
        }

        List<GenericRecord> rows = read(file, List.of("text", "rules"));

        assertThat(rows).hasSize(600);
        for (int i = 0; i < 600; i++) {
            assertThat(rows.get(i).get("text")).hasToString(i + filler);
            assertThat(RowDocuments.toDocument(rows.get(i)).hygiene().measurements())
                    .isEqualTo(DOCUMENTS.get(i % DOCUMENTS.size()).hygiene().measurements());
        }
    }

    private Path written() throws IOException {
        Path file = folder.resolve("rows.parquet");
        try (RowWriter writer = new RowWriter(file, SCHEMA, Map.of())) {
            for (Document document : DOCUMENTS) {
                writer.write(new DocumentRows(SCHEMA).toRecord(document));
            }
            writer.finish();
        }
        return file;
    }

    private static List<GenericRecord> read(Path file, List<String> columns) throws IOException {
        List<GenericRecord> rows = new ArrayList<>();
        try (RowReader reader = RowReader.open(file, columns)) {
            for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static PlainParquetConfiguration threeLevels() {
        PlainParquetConfiguration configuration = new PlainParquetConfiguration();
        configuration.set("parquet.avro.write-old-list-structure", "false");
        return configuration;
    }

    private static void assertSame(List<Document> read) {
        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType(Float::equals, Float.class)
                .isEqualTo(DOCUMENTS);
    }
}
