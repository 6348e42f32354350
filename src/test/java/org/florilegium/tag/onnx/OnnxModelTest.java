package org.florilegium.tag.onnx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtProvider;
import java.util.EnumSet;
import org.florilegium.tag.ClassifierException;
import org.florilegium.tag.Device;
import org.junit.jupiter.api.Test;

class OnnxModelTest {
    @Test
    void saysWhatToDoWhereTheRuntimeHasNoGpuProvider() {
        assertThatThrownBy(() -> OnnxModel.requireProvider(Device.of("cuda:1"), EnumSet.of(OrtProvider.CPU)))
                .isInstanceOf(ClassifierException.class)
                .hasMessage(
                        "tag.device: 'cuda:1' needs an ONNX Runtime with CUDA, this one has [CPU]; put"
                                + " com.microsoft.onnxruntime:onnxruntime_gpu in the place of onnxruntime, or set tag.device to cpu");
    }

    @Test
    void takesAGpuWhereTheRuntimeHasOneAndTheCpuAlways() {
        assertThatCode(() -> {
                    OnnxModel.requireProvider(Device.of("cuda"), EnumSet.of(OrtProvider.CPU, OrtProvider.CUDA));
                    OnnxModel.requireProvider(Device.CPU, EnumSet.of(OrtProvider.CPU));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void opensNoEncoderOnAGpuWithTheRuntimeOfThisProject() {
        assertThatThrownBy(
                        () -> new OnnxTaggers(Device.of("cuda:0")).open(InstalledClassifiers.folder("english_encoder")))
                .isInstanceOf(ClassifierException.class)
                .hasMessageStartingWith("tag.device: 'cuda:0'");
    }
}
