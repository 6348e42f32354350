package org.florilegium.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Flink's own settings, which it reads from a {@code config.yaml}. */
final class FlinkSettings {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MANAGED_MEGABYTES = 256;

    private FlinkSettings() {}

    /** Writes the file into {@code folder}; whatever Flink spills goes there too. */
    static void write(EngineSpec engine, Optional<CheckpointSpec> checkpoints, Path folder) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        if (engine.kind() == EngineSpec.Kind.EMBEDDED) {
            settings.putAll(embedded(engine.parallelism(), folder));
        }
        checkpoints.ifPresent(spec -> settings.putAll(stream(spec)));
        Files.write(
                folder.resolve("config.yaml"),
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + ": \"" + entry.getValue() + "\"")
                        .toList());
    }

    private static Map<String, String> embedded(int parallelism, Path folder) {
        int network = Math.max(64, 16 * parallelism);
        return Map.ofEntries(
                Map.entry("jobmanager.rpc.address", LOOPBACK),
                Map.entry("jobmanager.bind-host", LOOPBACK),
                Map.entry("taskmanager.host", LOOPBACK),
                Map.entry("taskmanager.bind-host", LOOPBACK),
                Map.entry("rest.address", LOOPBACK),
                Map.entry("rest.bind-address", LOOPBACK),
                Map.entry("rest.bind-port", "0"),
                Map.entry("web.submit.enable", "false"),
                Map.entry("web.cancel.enable", "false"),
                Map.entry("web.tmpdir", folder.toString()),
                Map.entry("io.tmp.dirs", folder.toString()),
                Map.entry("blob.storage.directory", folder.toString()),
                Map.entry("process.working-dir", folder.toString()),
                Map.entry("taskmanager.memory.managed.size", MANAGED_MEGABYTES + "m"),
                Map.entry("taskmanager.memory.network.min", network + "m"),
                Map.entry("taskmanager.memory.network.max", network + "m"),
                Map.entry("classloader.check-leaked-classloader", "false"),
                // a fault that is not one document's ends the job, which then resumes
                Map.entry("restart-strategy.type", "none"));
    }

    private static Map<String, String> stream(CheckpointSpec spec) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "state.backend.type", "hashmap",
                "state.checkpoints.dir", spec.folder().toUri().toString(),
                // an older one would read again what a later one has committed
                "state.checkpoints.num-retained", "1",
                // what the last window holds is committed by the checkpoint that follows the end of the sources
                "execution.checkpointing.checkpoints-after-tasks-finish.enabled", "true"));
        spec.restore().ifPresent(path -> {
            settings.put("execution.savepoint.path", path.toUri().toString());
            settings.put("execution.savepoint-restore-mode", "CLAIM");
        });
        return settings;
    }
}
