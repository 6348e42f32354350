package org.florilegium.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.flow.MemberSink;

/**
 * Members of a file that is one JSON value. An array in which an object with the text field stands is a container, its
 * elements are the members ({@code element 0}, ...). Everything else is one document: all its string values, not its
 * names, in their order, as paragraphs.
 */
final class JsonMembers {
    private final MemberOrigins origins;
    private final ReadLimits limits;
    private final JsonFactory factory;

    JsonMembers(MemberOrigins origins, ReadLimits limits) {
        this.origins = origins;
        this.limits = limits;
        this.factory = JsonObjects.factory(limits.memberBytes());
    }

    /** Reads an array as a container; gives the number of members. */
    void readElements(InputStream in, MemberSink sink) throws IOException {
        JsonObjects objects = new JsonObjects(origins.spec(), limits);
        long element = 0;
        try (JsonParser parser = factory.createParser(in)) {
            parser.nextToken(); // the opening bracket that the format was told by
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null) {
                    throw new IOException("the array is not closed");
                }
                JsonObjects.Fields fields = objects.fields(parser, token);
                objects.emit(fields, origins, "element " + element, "", sink);
                element++;
            }
            requireEnd(parser);
        } catch (IOException broken) {
            throw located(broken, "after " + element + " elements");
        }
    }

    /** Reads the whole value as one document. */
    void readWhole(InputStream in, MemberSink sink) throws IOException {
        DigestInputStream digested = new DigestInputStream(in, MemberOrigins.newSha256());
        InputStream bounded = BoundedBytes.limit(digested, limits.memberBytes());
        StringBuilder text = new StringBuilder();
        String title = "";
        try (JsonParser parser = factory.createParser(bounded)) {
            title = strings(parser, text);
            requireEnd(parser);
            bounded.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException broken) {
            throw located(broken, "in the whole file");
        }
        String digest = HexFormat.of().formatHex(digested.getMessageDigest().digest());
        Origin origin = origins.file(digest);
        if (text.isEmpty()) {
            sink.dropped(origin, "empty_text", "no string value in the file");
            return;
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        sink.document(new RawDocument(
                origin, origins.spec().declared(), bytes, "text/plain", StandardCharsets.UTF_8.name(), title));
    }

    /** Appends every string value of one JSON value; gives the title field of the outermost object. */
    private String strings(JsonParser parser, StringBuilder text) throws IOException {
        String title = "";
        int depth = 0;
        do {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("the value is not closed");
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && !parser.getText().isBlank()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(parser.getText());
                boolean isTitle = depth == 1 && origins.spec().titleField().equals(parser.currentName());
                title = isTitle ? parser.getText() : title;
            }
        } while (depth > 0);
        return title;
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new IOException("a second value follows the first");
        }
    }

    private static BrokenInputException located(IOException broken, String where) {
        BrokenInputException fault = BrokenInputException.within(broken, "broken_json");
        if (!fault.reason().equals("broken_json")) {
            return fault;
        }
        return new BrokenInputException("broken_json", where + ": " + JsonObjects.where(broken), broken);
    }
}
