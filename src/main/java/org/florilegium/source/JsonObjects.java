package org.florilegium.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.flow.MemberSink;
import org.jspecify.annotations.Nullable;

/**
 * Turns JSON objects into raw documents: the text field becomes the bytes, the title field the title, the id field a
 * part of the record.
 */
public final class JsonObjects {

    /** What the named fields of one object hold; null where the field is absent or not of a fitting type. */
    record Fields(@Nullable String text, String textType, String id, String title) {}

    private final SourceSpec spec;
    private final JsonFactory factory;

    /** {@code limits} bounds the length of a string. */
    public JsonObjects(SourceSpec spec, ReadLimits limits) {
        this.spec = spec;
        this.factory = factory(limits.memberBytes());
    }

    static JsonFactory factory(int longestString) {
        StreamReadConstraints constraints =
                StreamReadConstraints.builder().maxStringLength(longestString).build();
        return new JsonFactoryBuilder()
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .streamReadConstraints(constraints)
                .build();
    }

    /**
     * Hands one object to {@code sink}: exactly one callback.
     *
     * @param json the bytes of one line or message; the digest covers them
     * @param uri of the origin
     * @param locator of the origin, for example {@code line 12}
     */
    public void read(byte[] json, String uri, String locator, MemberSink sink) {
        MemberOrigins origins = new MemberOrigins(spec, uri);
        String digest = MemberOrigins.sha256(json);
        Fields fields;
        try {
            fields = parse(json);
        } catch (IOException broken) {
            String message = "not a JSON object: " + where(broken);
            sink.deadLetter(origins.member(locator, digest), "broken_json", message);
            return;
        }
        emit(fields, origins, locator, digest, sink);
    }

    private Fields parse(byte[] json) throws IOException {
        int start = hasByteOrderMark(json) ? 3 : 0;
        try (JsonParser parser = factory.createParser(json, start, json.length - start)) {
            JsonToken first = parser.nextToken();
            Fields fields = fields(parser, first);
            if (parser.nextToken() != null) {
                throw new IOException("a second value follows the first");
            }
            return fields;
        }
    }

    private static boolean hasByteOrderMark(byte[] json) {
        return json.length >= 3 && json[0] == (byte) 0xef && json[1] == (byte) 0xbb && json[2] == (byte) 0xbf;
    }

    /** The fields of the value that starts at {@code first}; the parser ends on the value's last token. */
    Fields fields(JsonParser parser, @Nullable JsonToken first) throws IOException {
        if (first != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Fields(null, "no object but " + kind(first), "", "");
        }
        String text = null;
        String textType = "absent";
        String id = "";
        String title = "";
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals(spec.textField())) {
                textType = kind(value);
                text = value == JsonToken.VALUE_STRING ? parser.getText() : null;
            } else if (name.equals(spec.idField())) {
                id = value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getText() : "";
            } else if (name.equals(spec.titleField())) {
                title = value == JsonToken.VALUE_STRING ? parser.getText() : "";
            }
            parser.skipChildren();
        }
        return new Fields(text, textType, id, title);
    }

    /** One callback for {@code fields}. An empty {@code digest} stands for the digest of the text. */
    void emit(Fields fields, MemberOrigins origins, String locator, String digest, MemberSink sink) {
        String record = fields.id().isEmpty() ? locator : locator + " " + fields.id();
        String text = fields.text();
        if (text == null) {
            String message = "text field '" + spec.textField() + "' must be a string, was " + fields.textType();
            sink.deadLetter(origins.member(record, digest), "missing_text_field", message);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Origin origin = origins.member(record, digest.isEmpty() ? MemberOrigins.sha256(bytes) : digest);
        if (bytes.length == 0) {
            sink.dropped(origin, "empty_text", "text field '" + spec.textField() + "' is empty");
            return;
        }
        sink.document(new RawDocument(
                origin, spec.declared(), bytes, spec.textMediaType(), StandardCharsets.UTF_8.name(), fields.title()));
    }

    private static String kind(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            default -> "a number";
        };
    }

    /** The parser's complaint without the text around it. */
    static String where(IOException broken) {
        if (broken instanceof com.fasterxml.jackson.core.JsonProcessingException json && json.getLocation() != null) {
            return "fault at line " + json.getLocation().getLineNr() + ", column "
                    + json.getLocation().getColumnNr();
        }
        return String.valueOf(broken.getMessage());
    }
}
