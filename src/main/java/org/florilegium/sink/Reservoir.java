package org.florilegium.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.florilegium.document.DocumentId;

/**
 * A folder of tagged documents. It is what its manifests list: a data file that none lists is the harmless orphan of a
 * crash.
 *
 * @param folder the reservoir's root
 */
public record Reservoir(Path folder) {
    private static final String MANIFESTS = "manifests";
    private static final String DATA = "data";

    /** Folder of the data files. */
    public Path data() {
        return folder.resolve(DATA);
    }

    /** All commits, sorted by name; empty where there is none. */
    public List<ReservoirManifest> manifests() throws IOException {
        Path manifests = folder.resolve(MANIFESTS);
        List<ReservoirManifest> found = new ArrayList<>();
        if (Files.isDirectory(manifests)) {
            for (Path file : list(manifests)) {
                if (file.getFileName().toString().endsWith(".json")) {
                    found.add(Json.read(file, ReservoirManifest.class));
                }
            }
        }
        return found;
    }

    /** Whether a batch over this input was committed. */
    public boolean holds(String input) throws IOException {
        return manifests().stream().anyMatch(manifest -> manifest.input().equals(input));
    }

    /** Digest of all commits; a further one changes it. */
    public String commits() throws IOException {
        return DocumentId.sha256Hex(
                manifests().stream().map(Json::line).sorted().collect(Collectors.joining("\n")));
    }

    /** The files of one kind that any manifest lists, each once, sorted by path. */
    public List<ReservoirFile> files(String kind) throws IOException {
        TreeSet<ReservoirFile> files = new TreeSet<>();
        for (ReservoirManifest manifest : manifests()) {
            for (ReservoirFile file : manifest.files()) {
                if (file.kind().equals(kind)) {
                    if (!Files.isRegularFile(folder.resolve(file.path()))) {
                        throw new IOException(folder + ": a manifest lists " + file.path() + ", which is not there");
                    }
                    files.add(file);
                }
            }
        }
        return List.copyOf(files);
    }

    /** Commits data files that are in place: from now on they are part of the reservoir. The same commit twice is one. */
    public void commit(ReservoirManifest manifest) throws IOException {
        String name = DocumentId.sha256Hex(Json.line(manifest)).substring(0, 32) + ".json";
        Json.write(folder.resolve(MANIFESTS).resolve(name), manifest);
    }

    /** Deletes data files that no manifest lists, and what was never finished. */
    public void sweepOrphans() throws IOException {
        if (!Files.isDirectory(data())) {
            return;
        }
        Set<Path> listed = new HashSet<>();
        for (ReservoirManifest manifest : manifests()) {
            manifest.files().forEach(file -> listed.add(folder.resolve(file.path())));
        }
        for (Path file : list(data())) {
            if (!listed.contains(file)) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
