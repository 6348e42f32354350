package org.florilegium.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is to the reader, told from its first bytes; the name decides only where broken JSON is concerned. */
enum Format {
    EMPTY,
    WEB_ARCHIVE,
    PARQUET,
    JSON_LINES,
    JSON_ELEMENTS,
    JSON_WHOLE,
    OTHER;

    private static final int HEAD_BYTES = 1 << 16;
    private static final int JSON_HEAD_BYTES = 1 << 20;
    private static final JsonFactory JSON = JsonObjects.factory(Integer.MAX_VALUE);

    /** The format of {@code in}, which is left at its start. */
    static Format of(InputStream in, String name, String textField) throws IOException {
        byte[] head = peek(in, HEAD_BYTES);
        if (head.length == 0) {
            in.mark(1);
            in.read(); // a fault at the very start is thrown here
            in.reset();
            return EMPTY;
        }
        if (startsWith(head, "WARC/") || startsWith(head, "filedesc://")) {
            return WEB_ARCHIVE;
        }
        return startsWith(head, "PAR1") ? PARQUET : ofText(in, head, name, textField);
    }

    private static Format ofText(InputStream in, byte[] head, String name, String textField) throws IOException {
        int first = firstVisible(head);
        boolean namedLines = hasSuffix(name, ".jsonl", ".ndjson");
        if (first < 0 || (head[first] != '{' && head[first] != '[')) {
            return namedLines ? JSON_LINES : OTHER;
        }
        byte[] longer = head.length < HEAD_BYTES ? head : peek(in, JSON_HEAD_BYTES);
        boolean whole = longer.length < JSON_HEAD_BYTES;
        return ofJson(longer, first, whole, namedLines, hasSuffix(name, ".json"), textField);
    }

    private static Format ofJson(
            byte[] head, int first, boolean whole, boolean namedLines, boolean namedJson, String textField) {
        if (namedLines || (head[first] == '{' && firstLineIsObject(head, first, whole, textField))) {
            return JSON_LINES;
        }
        if (!namedJson && !tokenizes(head, first, whole)) {
            return OTHER;
        }
        return head[first] == '[' && elementHasField(head, first, textField) ? JSON_ELEMENTS : JSON_WHOLE;
    }

    /** Whether the first line is an object by itself, and either not the only one or one with the text field. */
    private static boolean firstLineIsObject(byte[] head, int first, boolean whole, String textField) {
        int stop = first;
        while (stop < head.length && head[stop] != '\n') {
            stop++;
        }
        boolean lineEnds = stop < head.length || whole;
        if (!lineEnds || !tokenizes(java.util.Arrays.copyOf(head, stop), first, true)) {
            return false;
        }
        boolean more = firstVisible(head, Math.min(stop, head.length)) >= 0;
        return more || elementHasField(java.util.Arrays.copyOf(head, stop), first, textField);
    }

    /** Whether {@code head} is one JSON value, or the beginning of one when it is not {@code whole}. */
    private static boolean tokenizes(byte[] head, int first, boolean whole) {
        try (JsonParser parser = JSON.createParser(head, first, head.length - first)) {
            parser.nextToken();
            parser.skipChildren();
            return !parser.hasCurrentToken() ? false : closed(parser) ? parser.nextToken() == null : !whole;
        } catch (JsonEOFException end) {
            return !whole;
        } catch (IOException | RuntimeException notJson) {
            return false;
        }
    }

    private static boolean closed(JsonParser parser) {
        return parser.currentToken().isStructEnd();
    }

    /** Whether an object at the outermost level, or directly in the outermost array, has {@code field}. */
    private static boolean elementHasField(byte[] head, int first, String field) {
        try (JsonParser parser = JSON.createParser(head, first, head.length - first)) {
            int depth = 0;
            int wanted = head[first] == '[' ? 2 : 1;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.FIELD_NAME
                        && depth == wanted
                        && parser.currentName().equals(field)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | RuntimeException brokenLater) {
            return false;
        }
    }

    /** Up to {@code most} bytes; fewer where the input breaks, for the fault comes again when it is read. */
    private static byte[] peek(InputStream in, int most) throws IOException {
        in.mark(most);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        try {
            for (int many = 0; many >= 0 && head.size() < most; ) {
                many = in.read(chunk, 0, Math.min(chunk.length, most - head.size()));
                head.write(chunk, 0, Math.max(0, many));
            }
        } catch (BrokenInputException broken) {
            return head.toByteArray();
        } finally {
            in.reset();
        }
        return head.toByteArray();
    }

    private static boolean startsWith(byte[] head, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.US_ASCII);
        return head.length >= wanted.length
                && java.util.Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static int firstVisible(byte[] head) {
        boolean marked = head.length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
        return firstVisible(head, marked ? 3 : 0);
    }

    private static int firstVisible(byte[] head, int from) {
        for (int at = from; at < head.length; at++) {
            if (head[at] != ' ' && head[at] != '\t' && head[at] != '\r' && head[at] != '\n') {
                return at;
            }
        }
        return -1;
    }

    /** Whether {@code name}, without {@code .gz} or {@code .zst}, ends in one of {@code suffixes}. */
    private static boolean hasSuffix(String name, String... suffixes) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
        for (String suffix : suffixes) {
            if (plain.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }
}
