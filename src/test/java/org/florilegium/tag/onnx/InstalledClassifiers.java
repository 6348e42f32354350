package org.florilegium.tag.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.florilegium.tag.ClassifierFolder;

/** The classifiers of this repository: those that are published, and examples of other kinds that only tests open. */
final class InstalledClassifiers {
    static final Path HOME = Path.of("classifiers");
    private static final Path EXAMPLES = Path.of("src/test/resources/classifiers");
    private static final Path SCORES = Path.of("src/test/resources/tag");
    private static final String PREFIX = "parity_";

    private InstalledClassifiers() {}

    static ClassifierFolder folder(String name) {
        Path published = HOME.resolve(name);
        return ClassifierFolder.read(Files.isDirectory(published) ? published : EXAMPLES.resolve(name));
    }

    /** Names of the classifiers whose scores of fixed texts the training code wrote down. */
    static List<String> withScores() {
        try (Stream<Path> files = Files.list(SCORES)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.startsWith(PREFIX) && !file.equals(PREFIX + "texts.json"))
                    .map(file -> file.substring(PREFIX.length(), file.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("cannot list " + SCORES, e);
        }
    }

    static Path scores(String name) {
        return SCORES.resolve(PREFIX + name + ".json");
    }
}
