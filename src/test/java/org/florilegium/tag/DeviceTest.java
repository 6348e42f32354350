package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {
    @ParameterizedTest
    @CsvSource({"cpu, cpu", "cuda, cuda:0", "cuda:3, cuda:3"})
    void readsWhatAPipelineSays(String word, String device) {
        assertThat(Device.of(word)).hasToString(device);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu", "cuda:", "cuda:x", "cuda:123", ""})
    void refusesOtherWords(String word) {
        assertThatThrownBy(() -> Device.of(word))
                .hasMessage("device must be cpu or cuda:N with N of 0 to 99, was '" + word + "'");
    }

    @Test
    void leavesTheDigestOfAJobOnTheCpuAsItWasAndMarksOneOnAGpu() {
        TagSpec cpu = TagSpec.of("classifiers", 1);
        TagSpec gpu = new TagSpec("classifiers", TagSpec.Mode.AUTO, 0.05, 0.01, 1, Device.of("cuda:1"));

        assertThat(cpu.canonical()).isEqualTo("mode=AUTO;margin=0.05;audit_share=0.01;seed=1");
        assertThat(gpu.canonical()).isEqualTo(cpu.canonical() + ";device=cuda");
    }
}
