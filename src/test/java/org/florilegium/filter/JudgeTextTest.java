package org.florilegium.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTextTest {
    private final JudgeText judge = new JudgeText(Recipe.named("empty"));

    @Test
    void answersWithVerdictAndMeasurements() {
        assertThat(judge.judge("{\"id\": 7, \"text\": \"\"}"))
                .isEqualTo(
                        "{\"id\":7,\"keep\":false,\"reason\":\"empty\",\"measurements\":{\"visible_characters\":0.0}}");
        assertThat(judge.judge("{\"id\": \"d\", \"text\": \"a\"}"))
                .isEqualTo(
                        "{\"id\":\"d\",\"keep\":true,\"reason\":null,\"measurements\":{\"visible_characters\":1.0}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": 1}               | text: must be a string, was missing",
                "{\"id\": 1, \"text\": 2}  | text: must be a string, was number",
                "{\"text\": \"a\"}         | id: must be",
                "no json                   | must be a JSON object",
            })
    void namesWhatIsWrongWithALine(String line, String complaint) {
        assertThatThrownBy(() -> judge.judge(line)).hasMessageStartingWith(complaint);
    }
}
