package org.florilegium.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentKeyTest {

    @Test
    void sortsAsTheIdsSort() {
        List<String> ids = IntStream.range(0, 5_000)
                .mapToObj(i -> DocumentId.of("text " + i))
                .toList();

        List<String> byKey = ids.stream()
                .map(DocumentKey::of)
                .sorted()
                .map(DocumentKey::documentId)
                .toList();

        assertThat(byKey).isEqualTo(ids.stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "abcdefghijklmnopqrstuvwxy1", "abcdefghijklmnopqrstuvwxyb"})
    void refusesWhatIsNoDocumentId(String id) {
        assertThatThrownBy(() -> DocumentKey.of(id)).hasMessageContaining("'" + id + "'");
    }
}
