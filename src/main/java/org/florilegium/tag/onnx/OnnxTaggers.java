package org.florilegium.tag.onnx;

import org.florilegium.tag.ClassifierFolder;
import org.florilegium.tag.Tagger;
import org.florilegium.tag.TaggerOpener;

/** Opens the tagger that fits a classifier's kind. */
public final class OnnxTaggers implements TaggerOpener {
    private static final long serialVersionUID = 1L;

    @Override
    public Tagger open(ClassifierFolder folder) {
        return switch (folder.spec().kind()) {
            case HASHED_NGRAMS -> new HashedNgramsTagger(folder);
            case ENCODER_HEAD -> new EncoderHeadTagger(folder);
            case TEXT_ENCODER -> new TextEncoderTagger(folder);
        };
    }
}
