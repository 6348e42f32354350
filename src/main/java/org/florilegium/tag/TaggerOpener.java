package org.florilegium.tag;

import java.io.Serializable;

/** Opens taggers on a worker; the one implementation outside tests is in {@code tag.onnx}. */
@FunctionalInterface
public interface TaggerOpener extends Serializable {

    /**
     * Opens the classifier of {@code folder}.
     *
     * @throws ClassifierException when its model cannot be opened
     */
    Tagger open(ClassifierFolder folder);
}
