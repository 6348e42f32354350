package org.florilegium.tag.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.florilegium.tag.ClassifierFolder;
import org.florilegium.tag.Device;

/** A model from token numbers to logits, one text a call: its scores do not depend on what else is scored. */
final class TextEncoderTagger extends OnnxTagger {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";

    private final TextTokenizer tokenizer;
    private final OnnxModel model;

    TextEncoderTagger(ClassifierFolder folder, Device device) {
        super(folder);
        this.tokenizer = new TextTokenizer(folder);
        this.model = OnnxModel.open(folder.model(), folder.spec().name(), device);
    }

    @Override
    float[] logits(String text) throws OrtException {
        long[] ids = tokenizer.ids(text);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = tensor(ids);
                OnnxTensor mask = tensor(ones);
                OnnxTensor types = tensor(new long[ids.length])) {
            Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(IDS, input, MASK, mask, TYPES, types));
            inputs.keySet().retainAll(model.inputs());
            return model.run(inputs, float[][].class)[0];
        }
    }

    private static OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(OnnxModel.environment(), LongBuffer.wrap(values), new long[] {1, values.length});
    }

    @Override
    public void close() {
        model.close();
        tokenizer.close();
    }
}
