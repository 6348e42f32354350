package org.florilegium.tag.onnx;

import java.nio.file.Path;
import org.florilegium.tag.ClassifierFolder;

/** The classifiers of this repository. */
final class InstalledClassifiers {
    static final Path HOME = Path.of("classifiers");

    private InstalledClassifiers() {}

    static ClassifierFolder folder(String name) {
        return ClassifierFolder.read(HOME.resolve(name));
    }
}
