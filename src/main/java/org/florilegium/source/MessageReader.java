package org.florilegium.source;

import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.flow.MemberReader;
import org.florilegium.flow.MemberSink;
import org.jspecify.annotations.Nullable;

/**
 * Turns each message of a topic into a raw document: out of a field of a JSON object, or out of the whole value where the
 * source names no text field. Its origin is {@code topic/partition} and the offset.
 */
public final class MessageReader implements MemberReader<KafkaMessage> {
    private static final long serialVersionUID = 1L;

    private final SourceSpec spec;
    private transient @Nullable JsonObjects objects;

    /** @param spec a source of kind {@code kafka} */
    public MessageReader(SourceSpec spec) {
        // the offset alone names a message, so its id field is not part of the origin
        this.spec = spec.withFields(spec.textField(), "", spec.titleField());
    }

    @Override
    public void open() {
        objects = new JsonObjects(spec, ReadLimits.STANDARD);
    }

    @Override
    public void read(KafkaMessage message, MemberSink sink) {
        String offset = Long.toString(message.offset());
        byte[] value = message.value();
        Origin origin = new MemberOrigins(spec, message.uri()).member(offset, MemberOrigins.sha256(value));
        if (isBlank(value)) {
            sink.dropped(origin, "blank_message", "the message has no value, or only spaces");
        } else if (spec.textField().isEmpty()) {
            sink.document(new RawDocument(origin, spec.declared(), value, "", "", ""));
        } else {
            objects().read(value, message.uri(), offset, sink);
        }
    }

    private JsonObjects objects() {
        if (objects == null) {
            throw new IllegalStateException("reader of '" + spec.name() + "' was not opened");
        }
        return objects;
    }

    private static boolean isBlank(byte[] value) {
        for (byte b : value) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
