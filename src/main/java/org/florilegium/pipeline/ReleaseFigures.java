package org.florilegium.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.florilegium.parquet.RowReader;
import org.florilegium.sink.ShardOrder;

/**
 * Documents, rows and tokens before and after, by language, tradition and source: the content of {@code stats.json}.
 *
 * @param reservoir what could be chosen
 * @param release what was chosen
 */
public record ReleaseFigures(Totals reservoir, Totals release) {
    private static final List<String> COLUMNS =
            List.of("document_id", "part", "tokens", "language", "source", "traditions", "selection");

    /** Sums of one side. */
    public record Totals(
            long documents,
            long rows,
            long tokens,
            long copies,
            Map<String, Long> byLanguage,
            Map<String, Long> byTradition,
            Map<String, Long> bySource) {}

    static ReleaseFigures of(List<Path> reservoir, Path shards) throws IOException {
        return new ReleaseFigures(count(reservoir), count(Folders.files(shards)));
    }

    private static Totals count(List<Path> files) throws IOException {
        long documents = 0;
        long rows = 0;
        long tokens = 0;
        long copies = 0;
        Map<String, Long> languages = new TreeMap<>();
        Map<String, Long> traditions = new TreeMap<>();
        Map<String, Long> sources = new TreeMap<>();
        for (Path file : files) {
            try (RowReader reader = RowReader.open(file, COLUMNS)) {
                for (GenericRecord row = reader.next(); row != null; row = reader.next()) {
                    rows++;
                    tokens += (Integer) row.get("tokens");
                    copies += row.get("selection") instanceof GenericRecord selection
                            ? (Integer) selection.get("copies")
                            : 1;
                    if ((Integer) row.get("part") == 0) {
                        documents++;
                        languages.merge(row.get("language").toString(), 1L, Long::sum);
                        traditions.merge(ShardOrder.tradition(row), 1L, Long::sum);
                        sources.merge(
                                ((GenericRecord) row.get("source")).get("name").toString(), 1L, Long::sum);
                    }
                }
            }
        }
        return new Totals(documents, rows, tokens, copies, languages, traditions, sources);
    }
}
