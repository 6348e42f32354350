package org.florilegium.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.florilegium.sink.Json;
import org.florilegium.sink.ReleaseManifest;
import org.florilegium.sink.Reservoir;
import org.florilegium.sink.ReservoirFile;
import org.florilegium.sink.ShardEntry;

/**
 * Checks a release against its manifest, file by file and row by row, and the reservoir beside it.
 *
 * <p>Nothing is believed that can be recomputed: the manifest's own digest, the hash of every file, the rows of every shard.
 */
public final class VerifyRelease {
    /** Files that no hash covers. */
    private static final Set<String> UNLISTED = Set.of(OutputFolder.MANIFEST, "run.json");

    private final OutputFolder folder;
    private final List<String> faults = new ArrayList<>();

    private VerifyRelease(OutputFolder folder) {
        this.folder = folder;
    }

    /**
     * What was found.
     *
     * @param faults each names a file, what was expected and what was found; empty where all holds
     * @param files files checked
     * @param rows rows read
     */
    public record Result(List<String> faults, long files, long rows) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    /** Checks the release of {@code folder}. */
    public static Result verify(OutputFolder folder) throws IOException {
        return new VerifyRelease(folder).verify();
    }

    private Result verify() throws IOException {
        Optional<ReleaseManifest> read = manifest();
        if (read.isEmpty()) {
            return new Result(faults, 0, 0);
        }
        ReleaseManifest manifest = read.get();
        long rows = 0;
        boolean rowsMissing = false;
        for (ShardEntry entry : manifest.shards()) {
            Path file = folder.release().resolve(entry.path());
            if (Files.isRegularFile(file)) {
                ShardCheck check = ShardCheck.of(file, entry, manifest);
                check.faults().forEach(fault -> fault(file, fault));
                rowsMissing |= check.rows() < entry.rows();
                rows += check.rows();
            } else {
                fault(file, "expected a shard with " + entry.rows() + " rows, found no file");
                rowsMissing = true;
            }
        }
        checkFiles(manifest.files());
        checkStrangers(manifest);
        long reservoirFiles = checkReservoir();
        if (rowsMissing) {
            nameMissingRows();
        }
        return new Result(
                faults, 1 + manifest.shards().size() + manifest.files().size() + reservoirFiles, rows);
    }

    private Optional<ReleaseManifest> manifest() throws IOException {
        Path file = folder.release().resolve(OutputFolder.MANIFEST);
        if (!Files.isRegularFile(file)) {
            fault(file, "expected the manifest, found no file; a release without it was never finished");
            return Optional.empty();
        }
        String written = Files.readString(file);
        ReleaseManifest manifest;
        try {
            manifest = Json.read(written, ReleaseManifest.class, "manifest");
        } catch (IOException | RuntimeException e) {
            fault(file, "cannot be read as a manifest, it was edited or cut off: " + e.getMessage());
            return Optional.empty();
        }
        String expected = manifest.computedDigest();
        if (!expected.equals(manifest.digest())) {
            fault(file, "was edited: expected digest " + expected + " of its own content, found " + manifest.digest());
        } else if (!written.equals(Json.pretty(manifest))) {
            fault(file, "was edited: its text differs from what its values give, so it holds more or other keys");
        }
        checkTotals(file, manifest);
        return Optional.of(manifest);
    }

    private void checkTotals(Path file, ReleaseManifest manifest) {
        if (manifest.format() != ReleaseManifest.FORMAT) {
            fault(file, "expected format " + ReleaseManifest.FORMAT + ", found " + manifest.format());
        }
        List<ShardEntry> shards = manifest.shards();
        checkTotal(
                file,
                "rows",
                manifest.rows(),
                shards.stream().mapToLong(ShardEntry::rows).sum());
        checkTotal(
                file,
                "copies",
                manifest.copies(),
                shards.stream().mapToLong(ShardEntry::copies).sum());
        checkTotal(
                file,
                "tokens",
                manifest.tokens(),
                shards.stream().mapToLong(ShardEntry::tokens).sum());
    }

    private void checkTotal(Path file, String name, long found, long sum) {
        if (found != sum) {
            fault(file, "expected " + name + " " + sum + ", the sum of its shards, found " + found);
        }
    }

    private void checkFiles(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> listed : new TreeMap<>(files).entrySet()) {
            Path file = folder.release().resolve(listed.getKey());
            if (!Files.isRegularFile(file)) {
                fault(file, "expected a file with SHA-256 " + listed.getValue() + ", found no file");
                continue;
            }
            String found = FileDigest.sha256(file);
            if (!found.equals(listed.getValue())) {
                fault(file, "expected SHA-256 " + listed.getValue() + ", found " + found);
            }
        }
    }

    private void checkStrangers(ReleaseManifest manifest) throws IOException {
        Set<String> known = new TreeSet<>(UNLISTED);
        manifest.shards().forEach(entry -> known.add(entry.path()));
        known.addAll(manifest.files().keySet());
        try (Stream<Path> files = Files.walk(folder.release())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.release().relativize(file).toString().replace('\\', '/');
                if (!known.contains(name)) {
                    fault(file, "expected only files that the manifest lists, found this one too");
                }
            }
        }
    }

    private long checkReservoir() throws IOException {
        if (folder.reservoir().isEmpty()) {
            return 0;
        }
        Path root = folder.reservoir().get();
        Set<ReservoirFile> listed = new TreeSet<>();
        try {
            new Reservoir(root).manifests().forEach(manifest -> listed.addAll(manifest.files()));
        } catch (IOException e) {
            fault(root, "expected manifests that can be read, found " + e.getMessage());
        }
        for (ReservoirFile entry : listed) {
            Path file = root.resolve(entry.path());
            if (!Files.isRegularFile(file)) {
                fault(file, "expected a data file with " + entry.rows() + " rows, found no file");
                continue;
            }
            String found = FileDigest.sha256(file);
            if (!found.equals(entry.digest())) {
                fault(file, "expected SHA-256 " + entry.digest() + ", found " + found);
            }
        }
        return listed.size();
    }

    private void nameMissingRows() {
        try {
            MissingRows missing = MissingRows.of(folder);
            if (!missing.ids().isEmpty()) {
                fault(
                        folder.release().resolve("shards"),
                        "expected every document of the reservoir in a shard or among the exclusions, missing "
                                + missing.listed());
            }
        } catch (IOException e) {
            fault(folder.release(), "which rows are missing cannot be told: " + e.getMessage());
        }
    }

    private void fault(Path file, String message) {
        faults.add(folder.shown(file) + ": " + message);
    }
}
