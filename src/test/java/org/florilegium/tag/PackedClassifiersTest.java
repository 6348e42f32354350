package org.florilegium.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedClassifiersTest {
    @TempDir
    Path temp;

    private final TreeMap<String, String> digests = new TreeMap<>();
    private Path home;

    @BeforeEach
    void writeClassifiers() throws IOException {
        home = Files.createDirectories(temp.resolve("classifiers"));
        for (String name : List.of("first", "second")) {
            digests.put(
                    name,
                    ClassifierFolder.read(Fixtures.classifier(home, name, 1)).digest());
        }
    }

    @Test
    void unpacksTheClassifiersOfAJarByTheirHashes() throws IOException {
        try (URLClassLoader jar = jar()) {
            PackedClassifiers packed = new PackedClassifiers(jar, temp.resolve("worker"));

            List<ClassifierFolder> folders = packed.unpack(digests);

            assertThat(packed.has(digests)).isTrue();
            assertThat(folders).extracting(folder -> folder.spec().name()).containsExactly("first", "second");
            assertThat(folders.get(0).path())
                    .isEqualTo(temp.resolve("worker").resolve(digest("first")).resolve("first"));
            assertThat(folders.get(0).model()).isEqualTo(Files.readAllBytes(home.resolve("first/model.onnx")));
        }
    }

    @Test
    void unpacksAgainOverWhatAnotherWorkerLeft() throws IOException {
        try (URLClassLoader jar = jar()) {
            PackedClassifiers packed = new PackedClassifiers(jar, temp.resolve("worker"));
            Path model = packed.unpack(digests).get(0).path().resolve("model.onnx");
            Files.writeString(model, "broken off half-w");

            ClassifierFolder again = packed.unpack(digests).get(0);

            assertThat(again.model()).isEqualTo(Files.readAllBytes(home.resolve("first/model.onnx")));
            try (Stream<Path> files = Files.list(again.path())) {
                assertThat(files.map(Path::getFileName).map(Path::toString))
                        .containsExactlyInAnyOrder("labels.yaml", "model.onnx", "calibration.json");
            }
        }
    }

    @Test
    void refusesAModelInTheJarThatIsNotTheOneItsLabelsPin() throws IOException {
        Files.writeString(home.resolve("second/model.onnx"), "another model");
        try (URLClassLoader jar = jar()) {
            PackedClassifiers packed = new PackedClassifiers(jar, temp.resolve("worker"));

            assertThatThrownBy(() -> packed.unpack(digests))
                    .isInstanceOf(ClassifierException.class)
                    .hasMessageContaining("model.sha256: expected");
        }
    }

    @Test
    void doesNotHaveAClassifierOfAnotherHash() throws IOException {
        digests.put("second", digest("first"));
        try (URLClassLoader jar = jar()) {
            assertThat(new PackedClassifiers(jar, temp).has(digests)).isFalse();
        }
    }

    private String digest(String name) {
        return String.valueOf(digests.get(name));
    }

    private URLClassLoader jar() throws IOException {
        Path jar = temp.resolve("job.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry("classifiers/" + home.relativize(file)));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
    }
}
