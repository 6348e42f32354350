package org.florilegium.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementsTest {
    @Test
    void isAMapSortedByName() {
        Measurements measurements = Measurements.of(Map.of("b", 2.0, "a", 1.0, "c", 3.0));

        assertThat(measurements).isEqualTo(Map.of("a", 1.0, "b", 2.0, "c", 3.0));
        assertThat(measurements.keySet()).containsExactly("a", "b", "c");
        assertThat(measurements.values()).containsExactly(1.0, 2.0, 3.0);
        assertThat(measurements.get("b")).isEqualTo(2.0);
        assertThat(measurements.get("d")).isNull();
        assertThat(measurements).containsKey("c").doesNotContainKey("");
        assertThat(measurements.hashCode())
                .isEqualTo(Map.of("a", 1.0, "b", 2.0, "c", 3.0).hashCode());
    }

    @Test
    void neverChanges() {
        Measurements measurements = Measurements.of(Map.of("a", 1.0));

        assertThatThrownBy(() -> measurements.put("b", 2.0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(measurements::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsAddedStandsInPlaceOfWhatWasThere() {
        Measurements before = Measurements.of(Map.of("a", 1.0, "c", 3.0));

        Measurements after = before.with(Map.of("b", 2.0, "c", 4.0));

        assertThat(after).isEqualTo(Map.of("a", 1.0, "b", 2.0, "c", 4.0));
        assertThat(before).isEqualTo(Map.of("a", 1.0, "c", 3.0));
        assertThat(Measurements.NONE.with(before)).isSameAs(before);
        assertThat(before.with(Map.of())).isSameAs(before);
    }

    @Test
    void sortsNamesOnceForAllDocumentsThatHaveThem() {
        MeasurementNames names = new MeasurementNames();

        Measurements first = names.of(List.of("b", "a", "b"), new double[] {1, 2, 3, 9});
        Measurements second = names.of(List.of("b", "a", "b"), new double[] {4, 5, 6});

        assertThat(first).isEqualTo(Map.of("a", 2.0, "b", 3.0));
        assertThat(second).isEqualTo(Map.of("a", 5.0, "b", 6.0));
        assertThat(second.names()).isSameAs(first.names());
    }
}
