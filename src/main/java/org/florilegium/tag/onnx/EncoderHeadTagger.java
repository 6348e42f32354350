package org.florilegium.tag.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.Map;
import org.florilegium.tag.ClassifierFolder;
import org.florilegium.tag.Device;

/** A head over the embedding of a frozen encoder. */
final class EncoderHeadTagger extends OnnxTagger {
    private final Embedder embedder;
    private final OnnxModel head;

    EncoderHeadTagger(ClassifierFolder folder, Device device) {
        super(folder);
        this.embedder = new Embedder(folder, device);
        this.head = OnnxModel.open(folder.model(), folder.spec().name());
    }

    @Override
    float[] logits(String text) throws OrtException {
        float[] embedding = embedder.embed(text);
        long[] shape = {1, embedding.length};
        try (OnnxTensor input = OnnxTensor.createTensor(OnnxModel.environment(), FloatBuffer.wrap(embedding), shape)) {
            return head.run(Map.of("embedding", input), float[].class);
        }
    }

    @Override
    public void close() {
        head.close();
        embedder.close();
    }
}
