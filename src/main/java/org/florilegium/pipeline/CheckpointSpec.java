package org.florilegium.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where and how often a stream keeps its state.
 *
 * @param folder one folder for one stream; its checkpoints outlive a job that fails or is killed, and go when it ends
 * @param interval time from one checkpoint to the next; what is read is committed one checkpoint later
 * @param restore a checkpoint to go on from; empty to start anew
 */
public record CheckpointSpec(Path folder, Duration interval, Optional<Path> restore) {
    private static final String METADATA = "_metadata";

    public CheckpointSpec {
        folder = folder.toAbsolutePath();
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException("checkpoint interval must be 1 ms or more, was " + interval);
        }
    }

    /** Goes on from the latest checkpoint in {@code folder}; starts anew where there is none. */
    public static CheckpointSpec resume(Path folder, Duration interval) throws IOException {
        return new CheckpointSpec(folder, interval, latest(folder));
    }

    /**
     * Removes every checkpoint but the one to go on from. One that is older would read again what is committed, so none
     * may be left when the stream has ended.
     */
    void removeOthers() throws IOException {
        for (Path checkpoint : checkpoints(folder)) {
            if (restore.filter(checkpoint::equals).isEmpty()) {
                FolderDeletion.delete(checkpoint);
            }
        }
    }

    /** The latest whole checkpoint of any job that kept its state in {@code folder}. */
    public static Optional<Path> latest(Path folder) throws IOException {
        return checkpoints(folder).stream()
                .max(Comparator.comparing(CheckpointSpec::written).thenComparing(Comparator.naturalOrder()));
    }

    private static List<Path> checkpoints(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> below = Files.walk(folder.toAbsolutePath(), 3)) {
            return below.filter(path -> path.endsWith(METADATA))
                    .map(Path::getParent)
                    .toList();
        }
    }

    private static FileTime written(Path checkpoint) {
        try {
            return Files.getLastModifiedTime(checkpoint.resolve(METADATA));
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
