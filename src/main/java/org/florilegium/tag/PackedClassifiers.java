package org.florilegium.tag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Classifiers that travel inside the job's jar, as resources {@code classifiers/NAME/FILE}.
 *
 * <p>A worker that does not see the folder the job was started with unpacks each classifier into a folder named by the SHA-256 of
 * its {@code labels.yaml}, which pins all its other files. What lies there already is used if its hashes hold.
 */
final class PackedClassifiers {
    private static final String LABELS = "labels.yaml";

    private final ClassLoader loader;
    private final Path temp;

    PackedClassifiers(ClassLoader loader, Path temp) {
        this.loader = loader;
        this.temp = temp;
    }

    /** Those of the jar this class is in, unpacked under {@code java.io.tmpdir}. */
    static PackedClassifiers ofJob() {
        ClassLoader loader = PackedClassifiers.class.getClassLoader();
        return new PackedClassifiers(
                loader == null ? ClassLoader.getSystemClassLoader() : loader,
                Path.of(System.getProperty("java.io.tmpdir", ".")).resolve("florilegium-classifiers"));
    }

    /** Whether the jar holds every classifier of {@code digests}, by name and SHA-256 of {@code labels.yaml}. */
    boolean has(Map<String, String> digests) {
        return digests.entrySet().stream()
                .allMatch(entry -> digest(entry.getKey()).equals(entry.getValue()));
    }

    /**
     * The classifiers named, unpacked and checked, in order of their names.
     *
     * @throws ClassifierException when one is not in the jar, or its hashes do not hold
     */
    List<ClassifierFolder> unpack(SortedMap<String, String> digests) {
        List<ClassifierFolder> all = new ArrayList<>();
        digests.forEach((name, digest) -> {
            try {
                all.add(unpack(name, digest));
            } catch (IOException e) {
                throw new ClassifierException(
                        "classifiers/" + name + " of the job's jar: cannot be unpacked to " + temp + ": "
                                + e.getMessage(),
                        e);
            }
        });
        return List.copyOf(all);
    }

    private ClassifierFolder unpack(String name, String digest) throws IOException {
        Path folder = Files.createDirectories(temp.resolve(digest).resolve(name));
        copy(name, LABELS, folder);
        ClassifierSpec spec = ClassifierFolder.spec(folder);
        for (Artefact artefact : spec.files()) {
            copy(name, artefact.name(), folder);
        }
        ClassifierFolder read = ClassifierFolder.read(folder);
        if (!read.digest().equals(digest)) {
            throw new ClassifierException("classifiers/" + name + "/" + LABELS + " of the job's jar: expected SHA-256 "
                    + digest + ", found " + read.digest());
        }
        return read;
    }

    /** Writes under a name of its own and moves it into place, so that two workers on one machine do no harm. */
    private void copy(String name, String file, Path folder) throws IOException {
        try (InputStream in = loader.getResourceAsStream(resource(name, file))) {
            if (in == null) {
                throw new ClassifierException(resource(name, file) + ": not in the job's jar");
            }
            Path part = Files.createTempFile(folder, file, ".part");
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private String digest(String name) {
        try (InputStream in = loader.getResourceAsStream(resource(name, LABELS))) {
            return in == null ? "" : Sha256.of(in.readAllBytes());
        } catch (IOException e) {
            throw new ClassifierException(resource(name, LABELS) + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String resource(String name, String file) {
        return "classifiers/" + name + "/" + file;
    }
}
