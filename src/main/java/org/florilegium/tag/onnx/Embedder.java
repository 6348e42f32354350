package org.florilegium.tag.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import org.florilegium.tag.ClassifierFolder;
import org.florilegium.tag.Device;

/** A sentence encoder: the mean of its last hidden state over all tokens of one text, of length one. */
final class Embedder implements AutoCloseable {
    private final OnnxModel encoder;
    private final TextTokenizer tokenizer;

    Embedder(ClassifierFolder folder, Device device) {
        this.encoder = OnnxModel.open(
                folder.resource(folder.spec().encoder()), folder.spec().name(), device);
        this.tokenizer = new TextTokenizer(folder);
    }

    /** The embedding of {@code text}, cut after the classifier's number of tokens. */
    float[] embed(String text) throws OrtException {
        long[] ids = tokenizer.ids(text);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, ids.length};
        try (OnnxTensor input = tensor(ids, shape);
                OnnxTensor mask = tensor(ones, shape);
                OnnxTensor types = tensor(new long[ids.length], shape)) {
            float[][][] hidden = encoder.run(
                    Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types), float[][][].class);
            return mean(hidden[0]);
        }
    }

    private static OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(OnnxModel.environment(), LongBuffer.wrap(values), shape);
    }

    private static float[] mean(float[][] tokens) {
        double[] sum = new double[tokens[0].length];
        for (float[] token : tokens) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += token[i];
            }
        }
        double squares = 0;
        for (double value : sum) {
            squares += value * value;
        }
        double length = Math.max(Math.sqrt(squares), 1e-12);
        float[] out = new float[sum.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (sum[i] / length);
        }
        return out;
    }

    @Override
    public void close() {
        tokenizer.close();
        encoder.close();
    }
}
