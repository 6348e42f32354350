package org.florilegium.tag.onnx;

import ai.onnxruntime.OrtException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.florilegium.document.Score;
import org.florilegium.document.UnprocessableDocumentException;
import org.florilegium.tag.ClassifierFolder;
import org.florilegium.tag.ClassifierSpec;
import org.florilegium.tag.LabelSpec;
import org.florilegium.tag.NeutralLogits;
import org.florilegium.tag.Tagger;

/** What all kinds of tagger share: logits of a text, calibrated into scores. */
abstract sealed class OnnxTagger implements Tagger permits HashedNgramsTagger, EncoderHeadTagger, TextEncoderTagger {
    private final ClassifierFolder folder;
    private final NeutralLogits neutral;

    OnnxTagger(ClassifierFolder folder) {
        this.folder = folder;
        this.neutral = new NeutralLogits(folder.spec());
    }

    @Override
    public final ClassifierSpec spec() {
        return folder.spec();
    }

    @Override
    public final Map<String, Score> score(String text, String language) throws UnprocessableDocumentException {
        float[] logits = logits(text, language);
        List<LabelSpec> labels = spec().labels();
        Map<String, Score> scores = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i).name();
            folder.score(i, logits[i], language).ifPresent(score -> scores.put(label, score));
        }
        return scores;
    }

    /** Logit of every label, before calibration; those of harm may be of the text without the groups it names. */
    final float[] logits(String text, String language) throws UnprocessableDocumentException {
        return neutral.of(text, language, this::checkedLogits);
    }

    /** Logit of every label for the text as it is. */
    abstract float[] logits(String text) throws OrtException;

    private float[] checkedLogits(String text) throws UnprocessableDocumentException {
        float[] logits;
        try {
            logits = logits(text);
        } catch (OrtException | RuntimeException | StackOverflowError e) {
            throw OnnxModel.unprocessable(spec().name(), text.length(), e);
        }
        if (logits.length != spec().labels().size()) {
            throw new IllegalStateException("classifier '" + spec().name() + "' must give "
                    + spec().labels().size() + " logits, gave " + logits.length);
        }
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw new UnprocessableDocumentException(
                        "model_failed", "classifier '" + spec().name() + "' gave a logit that is not a number");
            }
        }
        return logits;
    }
}
