package org.florilegium.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class KafkaMessageCoderTest {
    private static final KafkaMessage MESSAGE =
            new KafkaMessage("post", 2, 1L << 40, -1, "key".getBytes(UTF_8), "ሰላም".getBytes(UTF_8));

    @Test
    void givesBackWhatItWasGiven() throws Exception {
        byte[] bytes = CoderUtils.encodeToByteArray(KafkaMessageCoder.of(), MESSAGE);

        KafkaMessage back = CoderUtils.decodeFromByteArray(KafkaMessageCoder.of(), bytes);

        assertThat(back).usingRecursiveComparison().isEqualTo(MESSAGE);
    }

    @Test
    void refusesAnotherVersion() throws Exception {
        byte[] bytes = CoderUtils.encodeToByteArray(KafkaMessageCoder.of(), MESSAGE);
        bytes[0] = 2;

        assertThatThrownBy(() -> CoderUtils.decodeFromByteArray(KafkaMessageCoder.of(), bytes))
                .isInstanceOf(CoderException.class)
                .hasMessage("Kafka message of version 2, expected 1");
    }
}
