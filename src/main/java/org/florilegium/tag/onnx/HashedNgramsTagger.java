package org.florilegium.tag.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import org.florilegium.tag.ClassifierFolder;
import org.florilegium.tag.HashedNgrams;
import org.florilegium.tag.NgramHasher;

/** A linear model over hashed n-grams. */
final class HashedNgramsTagger extends OnnxTagger {
    private static final HashedNgrams NOTHING = new HashedNgrams(new long[1], new float[1]);

    private final OnnxModel model;
    private final NgramHasher hasher;

    HashedNgramsTagger(ClassifierFolder folder) {
        super(folder);
        this.model = OnnxModel.open(folder.model(), folder.spec().name());
        this.hasher = new NgramHasher(folder.spec().bits());
    }

    @Override
    float[] logits(String text) throws OrtException {
        HashedNgrams found = hasher.of(text);
        HashedNgrams ngrams = found.ids().length == 0 ? NOTHING : found;
        long[] shape = {ngrams.ids().length};
        try (OnnxTensor ids = OnnxTensor.createTensor(OnnxModel.environment(), LongBuffer.wrap(ngrams.ids()), shape);
                OnnxTensor values =
                        OnnxTensor.createTensor(OnnxModel.environment(), FloatBuffer.wrap(ngrams.values()), shape)) {
            return model.run(Map.of("ids", ids, "values", values), float[].class);
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
