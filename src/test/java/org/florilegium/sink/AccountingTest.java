package org.florilegium.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.florilegium.document.Exclusion.Kind;
import org.junit.jupiter.api.Test;

class AccountingTest {

    @Test
    void everyStageGivesAllItTakesAndHandsItToTheNext() {
        Accounting.Counter counter = new Accounting.Counter(List.of("source", "filter", "write"));
        counter.add(Kind.DEAD_LETTER, "source", "broken_json", 2);
        counter.add(Kind.DROPPED, "filter", "empty", 3);
        counter.add(Kind.DROPPED, "filter", "empty", 1);

        Accounting accounting = counter.close(10);

        assertThat(accounting.stage("source").in()).isEqualTo(16);
        assertThat(accounting.stage("source").deadLettered()).isEqualTo(Map.of("broken_json", 2L));
        assertThat(accounting.stage("filter").in())
                .isEqualTo(accounting.stage("source").out())
                .isEqualTo(14);
        assertThat(accounting.stage("filter").dropped()).isEqualTo(Map.of("empty", 4L));
        assertThat(accounting.stage("write").out()).isEqualTo(10);
    }

    @Test
    void refusesAStageItDoesNotKnow() {
        Accounting.Counter counter = new Accounting.Counter(List.of("source"));

        assertThatThrownBy(() -> counter.add(Kind.DROPPED, "fitler", "empty", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fitler");
    }
}
