package org.florilegium.sink;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.document.Document;
import org.florilegium.flow.Sighting;
import org.florilegium.parquet.RowWriter;
import org.florilegium.row.DocumentRows;
import org.florilegium.row.ExclusionRows;
import org.florilegium.row.RowSchema;
import org.jspecify.annotations.Nullable;

/** Writes the sightings of one bucket into up to two data files, one of documents and one of exclusions. */
final class ReservoirWriter implements Closeable {
    private final Reservoir reservoir;
    private final Schema schema;
    private final DocumentRows rows;
    private final Map<String, String> footer;
    private @Nullable RowWriter documents;
    private @Nullable RowWriter exclusions;
    private long textBytes;

    ReservoirWriter(Path folder, List<String> labels, String pipelineDigest) {
        this.reservoir = new Reservoir(folder);
        this.schema = RowSchema.of(labels);
        this.rows = new DocumentRows(schema);
        this.footer = Map.of(
                "florilegium.schema_version",
                "1",
                "florilegium.labels",
                String.join(",", labels),
                "florilegium.pipeline_digest",
                pipelineDigest);
    }

    void write(Sighting sighting) throws IOException {
        if (sighting instanceof Sighting.Kept kept) {
            if (documents == null) {
                documents = open(schema);
            }
            for (Document part : kept.parts()) {
                GenericRecord row = rows.toRecord(part);
                documents.write(row);
                textBytes += (Integer) row.get("text_bytes");
            }
        } else if (sighting instanceof Sighting.Excluded excluded) {
            if (exclusions == null) {
                exclusions = open(ExclusionRows.schema());
            }
            GenericRecord row = ExclusionRows.toRecord(excluded.exclusion());
            exclusions.write(row);
        } else {
            throw new IllegalStateException("twins are merged before documents are written");
        }
    }

    /** Bytes of the texts written so far. */
    long textBytes() {
        return textBytes;
    }

    /** Gives the files their names and lists them. */
    List<ReservoirFile> finish() throws IOException {
        List<ReservoirFile> files = new ArrayList<>();
        if (documents != null) {
            files.add(name("documents", documents.finish()));
        }
        if (exclusions != null) {
            files.add(name("exclusions", exclusions.finish()));
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        if (documents != null) {
            documents.close();
        }
        if (exclusions != null) {
            exclusions.close();
        }
    }

    private RowWriter open(Schema of) throws IOException {
        // The name only has to be free; it is gone when the file is whole and has the name of its content.
        return RowWriter.inHaste(reservoir.data().resolve("." + UUID.randomUUID() + ".tmp"), of, footer);
    }

    private ReservoirFile name(String kind, RowWriter.Written written) throws IOException {
        String path = "data/" + kind + "-" + written.digest().substring(0, 32) + ".parquet";
        written.moveTo(reservoir.folder().resolve(path));
        return new ReservoirFile(path, kind, written.rows(), written.bytes(), written.digest());
    }
}
