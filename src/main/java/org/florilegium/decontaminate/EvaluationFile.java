package org.florilegium.decontaminate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.florilegium.flow.PlainBytes;
import org.florilegium.parquet.RowReader;

/** Items of one file of an evaluation set, each with its place in the file. */
final class EvaluationFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<String> fields;

    EvaluationFile(Path file, List<String> fields) {
        this.file = file;
        this.fields = fields;
    }

    /** What is wrong with a file, beginning with the place in it. */
    static final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static boolean isReadable(String name) {
        boolean plain = PlainBytes.plainName(name).matches(".+\\.(jsonl|ndjson|json|csv|txt)");
        return (plain || name.endsWith(".parquet")) && !name.startsWith(".");
    }

    /** Hands each item to {@code items}: its place, for example {@code line 12}, and its texts. */
    void read(BiConsumer<String, List<String>> items) throws IOException {
        String name = PlainBytes.plainName(file.toString());
        if (name.endsWith(".parquet")) {
            readParquet(items);
            return;
        }
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(PlainBytes.open(file), StandardCharsets.UTF_8))) {
            if (name.endsWith(".csv")) {
                readCsv(reader, items);
            } else if (name.endsWith(".json")) {
                readTree(reader, items);
            } else {
                readLines(reader, !name.endsWith(".txt"), items);
            }
        }
    }

    private void readLines(BufferedReader reader, boolean json, BiConsumer<String, List<String>> items)
            throws IOException {
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String place = "line " + ++number;
            if (!line.isBlank()) {
                items.accept(place, json ? texts(tree(line, place)) : List.of(line));
            }
        }
    }

    private static JsonNode tree(String line, String place) throws UnreadableException {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UnreadableException(place + ": is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private void readTree(BufferedReader reader, BiConsumer<String, List<String>> items) throws IOException {
        try {
            readObjects("", JSON.readTree(reader), items);
        } catch (JsonProcessingException e) {
            throw new UnreadableException("is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The outermost objects that have one of the fields are items. */
    private void readObjects(String place, JsonNode node, BiConsumer<String, List<String>> items) {
        List<String> texts = texts(node);
        if (!texts.isEmpty()) {
            items.accept(place.isEmpty() ? "/" : place, texts);
            return;
        }
        node.properties().forEach(entry -> readObjects(place + "/" + entry.getKey(), entry.getValue(), items));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            readObjects(place + "/" + i, node.get(i), items);
        }
    }

    private List<String> texts(JsonNode row) {
        List<String> texts = new ArrayList<>();
        fields.forEach(field -> addStrings(row.path(field), texts));
        return texts;
    }

    private static void addStrings(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        } else {
            node.forEach(below -> addStrings(below, texts));
        }
    }

    private void readCsv(BufferedReader reader, BiConsumer<String, List<String>> items) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(reader, format)) {
            for (CSVRecord row : parser) {
                List<String> texts = fields.stream()
                        .filter(row::isSet)
                        .map(row::get)
                        .filter(text -> !text.isBlank())
                        .toList();
                items.accept("record " + row.getRecordNumber(), texts);
            }
        } catch (RuntimeException e) {
            throw new UnreadableException("is not CSV with a header: " + e.getMessage(), e);
        }
    }

    private void readParquet(BiConsumer<String, List<String>> items) throws IOException {
        try (RowReader rows = RowReader.open(file, fields)) {
            long number = 0;
            for (GenericRecord row = rows.next(); row != null; row = rows.next()) {
                List<String> texts = new ArrayList<>();
                for (String field : fields) {
                    if (row.hasField(field) && row.get(field) instanceof CharSequence text) {
                        texts.add(text.toString());
                    }
                }
                items.accept("row " + number++, texts);
            }
        }
    }
}
