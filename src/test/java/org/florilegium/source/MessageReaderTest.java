package org.florilegium.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.florilegium.document.RawDocument;
import org.junit.jupiter.api.Test;

class MessageReaderTest {
    private static final SourceSpec JSON = SourceSpec.kafka("letters", "localhost:9092", "post");
    private static final SourceSpec PLAIN = JSON.withFields("", "id", "title");

    private final RecordingSink sink = new RecordingSink();

    @Test
    void takesTheTextFieldAndNamesTheMessageByItsPlace() {
        read(JSON, "{\"id\": \"a\", \"title\": \"Bread\", \"text\": \"Knead it.\"}");

        RawDocument raw = sink.documents.get(0);
        assertThat(raw.bytes()).asString(UTF_8).isEqualTo("Knead it.");
        assertThat(raw.title()).isEqualTo("Bread");
        assertThat(raw.origin().uri()).isEqualTo("post/2");
        assertThat(raw.origin().record()).isEqualTo("41");
        assertThat(raw.origin().source()).isEqualTo("letters");
    }

    @Test
    void takesTheWholeValueWhereNoTextFieldIsNamed() {
        read(PLAIN, "Knead it.");

        assertThat(sink.texts()).containsExactly("Knead it.");
        assertThat(sink.documents.get(0).mediaType()).isEmpty();
    }

    @Test
    void sendsBrokenJsonToDeadLetters() {
        read(JSON, "{\"text\": ");

        assertThat(sink.deadLetters).containsExactly("41|broken_json");
    }

    @Test
    void dropsMessagesWithoutText() {
        read(JSON, " \n");
        read(PLAIN, "");
        read(JSON, "{\"text\": \"\"}");

        assertThat(sink.drops).containsExactly("41|blank_message", "41|blank_message", "41|empty_text");
    }

    private void read(SourceSpec spec, String value) {
        MessageReader reader = new MessageReader(spec);
        reader.open();
        reader.read(new KafkaMessage("post", 2, 41, 0, new byte[0], value.getBytes(UTF_8)), sink);
    }
}
