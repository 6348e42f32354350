package org.florilegium.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceSpecTest {

    @Test
    void reportsEveryFaultWithItsFieldAndValue() {
        assertThatThrownBy(() -> new SourceSpec(
                        "two words",
                        "files",
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        "",
                        "Granted!",
                        List.of("robot"),
                        "",
                        "14",
                        "me",
                        "e n",
                        "",
                        "text",
                        "id",
                        "title",
                        "lzma",
                        "",
                        ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name: must be 1 to 100 of letters, digits, '.', '_', '-', was 'two words'")
                .hasMessageContaining(
                        "consent: must be granted, withdrawn or another word in snake case, was 'Granted!'")
                .hasMessageContaining("honour: must be of noai, tdm, noindex, robots, robots_ai, was '[robot]'")
                .hasMessageContaining("region: must be a UN M49 code of three digits, was '14'")
                .hasMessageContaining("voice: must be one of ethnographic insider institutional outsider")
                .hasMessageContaining("language: must be a BCP-47 tag, was 'e n'")
                .hasMessageContaining("text_field: must not be empty")
                .hasMessageContaining("text_media_type: must be type/subtype, was 'text'")
                .hasMessageContaining("compression: must be auto or none, was 'lzma'")
                .hasMessageContaining("path: must name a file, folder or glob");
    }

    @Test
    void asksATopicOfKafkaAndPathsOfFiles() {
        assertThatThrownBy(() -> SourceSpec.kafka("k", "", ""))
                .hasMessageContaining("topic: must not be empty")
                .hasMessageContaining("bootstrap_servers: must be host:port,..., was ''");
        assertThat(SourceSpec.kafka("k", "127.0.0.1:9092", "texts").topic()).isEqualTo("texts");
    }
}
