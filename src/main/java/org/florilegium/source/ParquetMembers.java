package org.florilegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.florilegium.flow.MemberSink;
import org.florilegium.parquet.ParquetTextReader;

/** Members of a Parquet file: every row is one. */
final class ParquetMembers {
    private final MemberOrigins origins;
    private final ReadLimits limits;

    ParquetMembers(MemberOrigins origins, ReadLimits limits) {
        this.origins = origins;
        this.limits = limits;
    }

    /** Reads a compressed file by way of a temporary one, for Parquet is read from its end. */
    void readCompressed(InputStream in, MemberSink sink) throws IOException {
        Path temporary = limits.temp().isEmpty()
                ? Files.createTempFile("florilegium", ".parquet")
                : Files.createTempFile(Path.of(limits.temp()), "source", ".parquet");
        try {
            Files.copy(BoundedBytes.limit(in, limits.memberBytes()), temporary, StandardCopyOption.REPLACE_EXISTING);
            read(temporary, sink);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    void read(Path file, MemberSink sink) throws IOException {
        SourceSpec spec = origins.spec();
        JsonObjects objects = new JsonObjects(spec, limits);
        ParquetTextReader reader = new ParquetTextReader(spec.textField(), spec.idField(), spec.titleField());
        long[] rows = {0};
        try {
            reader.read(file, row -> {
                rows[0]++;
                JsonObjects.Fields fields = new JsonObjects.Fields(row.text(), "null", row.id(), row.title());
                objects.emit(fields, origins, "row " + row.number(), "", sink);
            });
        } catch (ParquetTextReader.NoTextColumnException absent) {
            throw new BrokenInputException("missing_text_field", String.valueOf(absent.getMessage()), absent);
        } catch (IOException | RuntimeException broken) {
            MemberSinkGuard.rethrowSinkFault(broken);
            throw new BrokenInputException(
                    "broken_parquet",
                    "after " + rows[0] + " rows: " + broken.getClass().getSimpleName(),
                    broken);
        }
    }
}
