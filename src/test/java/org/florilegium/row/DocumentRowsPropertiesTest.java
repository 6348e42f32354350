package org.florilegium.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Document;
import org.florilegium.document.Exclusion;
import org.florilegium.parquet.RowReader;
import org.florilegium.parquet.RowWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentRowsPropertiesTest {
    private static final Schema SCHEMA = RowSchema.of(RandomDocuments.LABELS);

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDocumentComesBackFromItsRowAsItWas(long seed) {
        Document document = new RandomDocuments(seed).next();

        GenericRecord row = new DocumentRows(SCHEMA).toRecord(document);

        assertThat(GenericData.get().validate(SCHEMA, row)).isTrue();
        assertThat(RowDocuments.toDocument(row))
                .usingRecursiveComparison()
                .withEqualsForType(Float::equals, Float.class)
                .isEqualTo(document);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anExclusionComesBackFromItsRowAsItWas(long seed) {
        Exclusion exclusion = new RandomDocuments(seed).exclusion();

        GenericRecord row = ExclusionRows.toRecord(exclusion);

        assertThat(GenericData.get().validate(ExclusionRows.schema(), row)).isTrue();
        assertThat(ExclusionRows.toExclusion(row)).isEqualTo(exclusion);
    }

    @Test
    void documentsComeBackFromAFileAsTheyWere() throws IOException {
        List<Document> documents = LongStream.range(0, 100)
                .mapToObj(seed -> new RandomDocuments(seed).next())
                .toList();
        Path file = folder.resolve("rows.parquet");

        try (RowWriter writer = new RowWriter(file, SCHEMA, Map.of("b", "2", "a", "1"))) {
            for (Document document : documents) {
                writer.write(new DocumentRows(SCHEMA).toRecord(document));
            }
            assertThat(writer.finish().rows()).isEqualTo(100);
        }

        assertThat(RowReader.footer(file)).containsEntry("a", "1").containsEntry("b", "2");
        try (RowReader reader = RowReader.open(file)) {
            for (Document document : documents) {
                GenericRecord row = java.util.Objects.requireNonNull(reader.next());
                assertThat(RowDocuments.toDocument(row))
                        .usingRecursiveComparison()
                        .withEqualsForType(Float::equals, Float.class)
                        .isEqualTo(document);
            }
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void whatIsAbsentIsNullInARowAndNeverZero() {
        Document document = Document.extracted(
                org.florilegium.document.Content.of("text", ""),
                org.florilegium.document.Provenance.of(
                        new org.florilegium.document.Origin("source", "uri", "", "", "", "digest", "", ""),
                        org.florilegium.document.Declared.NOTHING));

        GenericRecord row = new DocumentRows(SCHEMA).toRecord(document);

        assertThat(row.get("title")).isNull();
        assertThat(((GenericRecord) row.get("scores")).get("harm")).isNull();
        assertThat(((GenericRecord) row.get("source")).get("licence")).isNull();
        assertThat(((GenericRecord) row.get("declared")).get("voice")).isNull();
        assertThat(row.get("selection")).isNull();
    }

    @Test
    void aLabelWithoutAFamilyIsRefused() {
        assertThatThrownBy(() -> RowSchema.of(List.of("hate")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label must be family.name, was 'hate'");
    }
}
