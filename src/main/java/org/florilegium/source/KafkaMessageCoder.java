package org.florilegium.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** A version byte, then the fields of a {@link KafkaMessage} in their order. */
public final class KafkaMessageCoder extends AtomicCoder<KafkaMessage> {
    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;
    private static final KafkaMessageCoder INSTANCE = new KafkaMessageCoder();

    private KafkaMessageCoder() {}

    /** The only one there is. */
    public static KafkaMessageCoder of() {
        return INSTANCE;
    }

    @Override
    public void encode(KafkaMessage message, OutputStream out) throws IOException {
        out.write(VERSION);
        StringUtf8Coder.of().encode(message.topic(), out);
        VarIntCoder.of().encode(message.partition(), out);
        VarLongCoder.of().encode(message.offset(), out);
        VarLongCoder.of().encode(message.timestamp(), out);
        ByteArrayCoder.of().encode(message.key(), out);
        ByteArrayCoder.of().encode(message.value(), out);
    }

    @Override
    public KafkaMessage decode(InputStream in) throws IOException {
        int version = in.read();
        if (version != VERSION) {
            throw new CoderException("Kafka message of version " + version + ", expected " + VERSION);
        }
        return new KafkaMessage(
                StringUtf8Coder.of().decode(in),
                VarIntCoder.of().decode(in),
                VarLongCoder.of().decode(in),
                VarLongCoder.of().decode(in),
                ByteArrayCoder.of().decode(in),
                ByteArrayCoder.of().decode(in));
    }

    @Override
    public void verifyDeterministic() {
        // each field has one encoding
    }
}
