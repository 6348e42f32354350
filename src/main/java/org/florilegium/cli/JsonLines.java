package org.florilegium.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.florilegium.document.UnprocessableDocumentException;

/** Answers JSON lines one by one; a line that cannot be answered is named on standard error and the rest goes on. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLines() {}

    /** Turns a line into its answer, also a line. */
    interface Answer {
        /** @throws IllegalArgumentException when the line is not what is expected */
        String to(String line) throws UnprocessableDocumentException;
    }

    /**
     * What a line asks about.
     *
     * @param id any JSON scalar, handed back as it is
     */
    record Asked(JsonNode id, String text) {
        /** Reads a line; other fields are ignored. */
        static Asked of(String line) {
            JsonNode row = read(line);
            if (!row.isObject()) {
                throw new IllegalArgumentException("must be a JSON object, was " + kind(row));
            }
            if (!row.path("id").isValueNode() || row.path("id").isNull()) {
                throw new IllegalArgumentException("id: must be a string or a number, was " + kind(row.path("id")));
            }
            if (!row.path("text").isTextual()) {
                throw new IllegalArgumentException("text: must be a string, was " + kind(row.path("text")));
            }
            return new Asked(row.path("id"), row.path("text").textValue());
        }

        private static String kind(JsonNode node) {
            return node.getNodeType().toString().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Answers every line of standard input. Exit status 1 where a line had no answer. */
    static int answer(Console console, Answer answer) throws IOException {
        boolean whole = true;
        InputStream in = new BufferedInputStream(console.in(), 1 << 16);
        long number = 0;
        for (byte[] line = next(in); line.length > 0; line = next(in)) {
            number++;
            try {
                String text = decode(line);
                if (!text.isBlank()) {
                    console.line(answer.to(text));
                }
            } catch (IllegalArgumentException | UnprocessableDocumentException e) {
                console.error("florilegium: line " + number + ": " + Complaint.words(e));
                whole = false;
            }
        }
        console.flush();
        return whole ? 0 : Main.FAILED;
    }

    /** The next line with its line feed, empty at the end. */
    private static byte[] next(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int value = in.read(); value >= 0; value = in.read()) {
            line.write(value);
            if (value == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static String decode(byte[] line) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("must be UTF-8, was not", e);
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            String fault = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new IllegalArgumentException("must be a JSON object, was not JSON: " + fault, e);
        }
    }
}
