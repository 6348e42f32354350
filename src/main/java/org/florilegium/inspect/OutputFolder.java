package org.florilegium.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.florilegium.sink.Reservoir;

/**
 * What a run wrote: a release, and beside it, where it was not published alone, the reservoir and the accounting.
 *
 * @param root folder that messages name
 * @param release folder of the release; it may be absent when {@code reservoir} is there
 * @param reservoir folder of the reservoir, empty where there is none
 */
public record OutputFolder(Path root, Path release, Optional<Path> reservoir) {
    /** Name of the manifest in a release. */
    public static final String MANIFEST = "manifest.json";

    /**
     * Finds out what {@code folder} is: an output folder that holds {@code release} or {@code reservoir}, or a release.
     *
     * @throws IOException when it is none of them
     */
    public static OutputFolder of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": no such folder");
        }
        Path release = folder.resolve("release");
        Path reservoir = folder.resolve("reservoir");
        if (Files.isDirectory(release) || Files.isDirectory(reservoir)) {
            return new OutputFolder(folder, release, existing(reservoir));
        }
        if (Files.exists(folder.resolve(MANIFEST)) || Files.isDirectory(folder.resolve("shards"))) {
            return new OutputFolder(folder, folder, existing(folder.resolveSibling("reservoir")));
        }
        throw new IOException(folder + ": expected a folder with release or reservoir in it, or a release with "
                + MANIFEST + ", found neither");
    }

    /** Whether there is a release. */
    public boolean hasRelease() {
        return Files.isDirectory(release);
    }

    /** The accounting of the run, beside the release or in it. */
    public Optional<Path> accounting() {
        return Stream.of(root.resolve("accounting.json"), release.resolve("accounting.json"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Shards of the release, sorted by name. */
    public List<Path> shards() throws IOException {
        Path shards = release.resolve("shards");
        if (!Files.isDirectory(shards)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(shards)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    /** Files of documents that the reservoir lists; empty where there is no reservoir. */
    public List<Path> documents() throws IOException {
        return reservoirFiles("documents");
    }

    /** Files of exclusions, those of the release first. */
    public List<Path> exclusions() throws IOException {
        List<Path> files = new ArrayList<>(releaseExclusions().stream().toList());
        files.addAll(reservoirFiles("exclusions"));
        return files;
    }

    /** What curating left out. */
    public Optional<Path> releaseExclusions() {
        return existing(release.resolve("exclusions.parquet"));
    }

    /** How messages name {@code file}: below the root where it lies there. */
    public String shown(Path file) {
        boolean inside = file.startsWith(root) && !file.equals(root);
        return (inside ? root.relativize(file) : file).toString().replace('\\', '/');
    }

    private List<Path> reservoirFiles(String kind) throws IOException {
        if (reservoir.isEmpty()) {
            return List.of();
        }
        Path folder = reservoir.get();
        return new Reservoir(folder)
                .files(kind).stream().map(file -> folder.resolve(file.path())).toList();
    }

    private static Optional<Path> existing(Path path) {
        return Files.exists(path) ? Optional.of(path) : Optional.empty();
    }
}
