package org.florilegium.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VectorSumTest {
    @Test
    void addsSignedBytesBeyondWhatALaneHolds() {
        byte[] vectors = {-127, 127, 0, 1, -1, 64, -64, 5, 3, -3, 0, 0, 0, 0, 0, 0};
        long[] packed = VectorSum.pack(vectors);
        VectorSum sum = new VectorSum(8);

        for (int i = 0; i < 900; i++) {
            sum.add(packed, i % 3 == 0 ? 1 : 0);
        }

        float[] expected = {(-127 * 600 + 3 * 300) / 30f, (127 * 600 - 3 * 300) / 30f, 0, 20, -20, 1280, -1280, 100};
        assertThat(sum.count()).isEqualTo(900);
        assertThat(sum.overRootOfCount()).containsExactly(expected, within(0.01f));
    }
}
