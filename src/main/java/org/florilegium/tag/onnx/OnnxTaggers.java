package org.florilegium.tag.onnx;

import org.florilegium.tag.ClassifierFolder;
import org.florilegium.tag.Device;
import org.florilegium.tag.Tagger;
import org.florilegium.tag.TaggerOpener;

/** Opens the tagger that fits a classifier's kind. */
public final class OnnxTaggers implements TaggerOpener {
    private static final long serialVersionUID = 1L;

    private final Device device;

    /** Everything on the CPU. */
    public OnnxTaggers() {
        this(Device.CPU);
    }

    /** Encoders on {@code device}; hashed n-grams stay on the CPU, where they are faster than the way to a GPU. */
    public OnnxTaggers(Device device) {
        this.device = device;
    }

    @Override
    public Tagger open(ClassifierFolder folder) {
        return switch (folder.spec().kind()) {
            case HASHED_NGRAMS -> new HashedNgramsTagger(folder);
            case ENCODER_HEAD -> new EncoderHeadTagger(folder, device);
            case TEXT_ENCODER -> new TextEncoderTagger(folder, device);
        };
    }
}
