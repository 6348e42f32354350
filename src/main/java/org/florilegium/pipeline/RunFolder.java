package org.florilegium.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.florilegium.sink.Json;
import org.florilegium.sink.ReleaseManifest;
import org.florilegium.sink.Reservoir;

/**
 * The output folder of a run, held by one process at a time. A second run goes on where the first one ended, or is refused;
 * it never mixes.
 */
final class RunFolder implements Closeable {
    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private RunFolder(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder; it is made where it is not there.
     *
     * @throws RunRefusedException when another process holds it, or it cannot be written
     */
    static RunFolder take(Path folder) throws IOException {
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new RunRefusedException("output: cannot write into '" + folder + "': " + e);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new RunFolder(folder, channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: refused below like any other
        }
        channel.close();
        throw new RunRefusedException("output: '" + folder + "' is in use by another run");
    }

    Path path() {
        return folder;
    }

    Reservoir reservoir() {
        return new Reservoir(folder.resolve("reservoir"));
    }

    /** State of the run that was here before, empty for a new folder. */
    Optional<RunState> state() throws IOException {
        Path file = folder.resolve("run.json");
        return Files.exists(file) ? Optional.of(Json.read(file, RunState.class)) : Optional.empty();
    }

    void write(RunState state) throws IOException {
        Json.write(folder.resolve("run.json"), state);
    }

    boolean hasRelease() {
        return Files.exists(folder.resolve("release").resolve("manifest.json"));
    }

    /** Whether there is a release, made from all that the reservoir holds now. */
    boolean hasReleaseOf(RunState state) throws IOException {
        return hasRelease()
                && (state.curatedFrom().isEmpty()
                        || state.curatedFrom().equals(reservoir().commits()));
    }

    /** Moves the release to a place of its own, as it is, and returns that. */
    Path archiveRelease() throws IOException {
        Path release = folder.resolve("release");
        ReleaseManifest manifest = Json.read(release.resolve("manifest.json"), ReleaseManifest.class);
        String name = manifest.contentDigest().substring(0, 12) + "-"
                + manifest.pipelineDigest().substring(0, 12);
        Path archive = folder.resolve("releases").resolve(name);
        Files.createDirectories(archive.getParent());
        FolderDeletion.delete(archive);
        Files.move(release, archive, StandardCopyOption.ATOMIC_MOVE);
        return archive;
    }

    /** Removes all that earlier runs left. */
    void clear() throws IOException {
        for (String name : new String[] {"reservoir", "release", "releases", ".release.tmp", "state", "tmp"}) {
            FolderDeletion.delete(folder.resolve(name));
        }
        Files.deleteIfExists(folder.resolve("run.json"));
        Files.deleteIfExists(folder.resolve("accounting.json"));
    }

    /** A folder without a state must be empty, so that nothing of others is touched or mixed in. */
    void requireNew() throws IOException {
        for (String name : new String[] {"reservoir", "release", "accounting.json"}) {
            if (Files.exists(folder.resolve(name))) {
                throw new RunRefusedException("output: '" + folder + "' holds a " + name
                        + " but no run.json of a run that made it; use another folder, or --fresh to replace it");
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
        Files.deleteIfExists(folder.resolve(".lock"));
    }
}
