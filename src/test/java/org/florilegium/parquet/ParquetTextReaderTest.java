package org.florilegium.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.florilegium.parquet.ParquetTextReader.TextRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class ParquetTextReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsTheNamedColumnsOfEveryRow() throws IOException {
        Path file = write(folder.resolve("a.parquet"), 5000);

        List<TextRow> rows = new ArrayList<>();
        new ParquetTextReader("body", "key", "title").read(file, rows::add);

        assertThat(rows).hasSize(5000);
        assertThat(rows.get(4)).isEqualTo(new TextRow(4, "text 4 ä", "4", ""));
        assertThat(rows.get(7).text()).isNull();
    }

    @Test
    void namesTheColumnsThereAreWhenTheTextColumnIsNot() throws IOException {
        Path file = write(folder.resolve("a.parquet"), 1);

        assertThatThrownBy(() -> new ParquetTextReader("text", "id", "title").read(file, row -> {}))
                .isInstanceOf(ParquetTextReader.NoTextColumnException.class)
                .hasMessage("no string column 'text', columns are [key, body, parts]");
    }

    /** Every row 7 of 10 has no text. */
    public static Path write(Path file, int rows) throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(
                "message row { required int64 key; optional binary body (STRING); repeated binary parts (STRING); }");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withRowGroupSize(20_000L)
                .build()) {
            for (long row = 0; row < rows; row++) {
                Group group = new SimpleGroupFactory(schema).newGroup().append("key", row);
                writer.write(row % 10 == 7 ? group : group.append("body", "text " + row + " ä"));
            }
        }
        return file;
    }
}
