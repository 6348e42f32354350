package org.florilegium.row;

import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Exclusion;

/** Writes exclusions as Avro records and reads them back. */
public final class ExclusionRows {
    private static final Schema SCHEMA = RowSchema.exclusion();
    private static final Schema ORIGIN = SCHEMA.getField("source").schema();

    private ExclusionRows() {}

    /** Schema of the records. */
    public static Schema schema() {
        return SCHEMA;
    }

    public static GenericRecord toRecord(Exclusion exclusion) {
        GenericRecord row = new GenericData.Record(SCHEMA);
        row.put("kind", exclusion.kind().word());
        row.put("stage", exclusion.stage());
        row.put("reason", exclusion.reason());
        row.put("message", exclusion.message());
        row.put("document_id", DocumentRows.orNull(exclusion.documentId()));
        row.put("duplicate_of", DocumentRows.orNull(exclusion.duplicateOf()));
        row.put("title", DocumentRows.orNull(exclusion.title()));
        row.put("language", DocumentRows.orNull(exclusion.language()));
        row.put("tokens", exclusion.tokens());
        row.put("measurements", exclusion.measurements());
        row.put("flags", exclusion.flags());
        row.put("source", DocumentRows.originRecord(ORIGIN, exclusion.origins().get(0)));
        row.put(
                "origins",
                exclusion.origins().stream()
                        .map(origin -> DocumentRows.originRecord(ORIGIN, origin))
                        .toList());
        return row;
    }

    public static Exclusion toExclusion(GenericRecord row) {
        return new Exclusion(
                Exclusion.Kind.valueOf(RowDocuments.text(row, "kind").toUpperCase(Locale.ROOT)),
                RowDocuments.text(row, "stage"),
                RowDocuments.text(row, "reason"),
                RowDocuments.text(row, "message"),
                RowDocuments.text(row, "document_id"),
                RowDocuments.text(row, "duplicate_of"),
                RowDocuments.text(row, "title"),
                RowDocuments.text(row, "language"),
                RowDocuments.number(row, "tokens"),
                RowDocuments.measurements(row, "measurements"),
                RowDocuments.texts(row, "flags"),
                RowDocuments.origins(row));
    }
}
