package org.florilegium.pipeline;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Which engine runs a pipeline, and what it may use.
 *
 * @param kind the engine
 * @param master {@code host:port} of the cluster's REST address; empty for the other engines
 * @param parallelism tasks at a time, 1 or more
 * @param temp existing folder for what the engine spills; it leaves nothing there
 */
public record EngineSpec(Kind kind, String master, int parallelism, Path temp) {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._-]+:[0-9]{1,5}");

    /** The engines. */
    public enum Kind {
        /** Flink inside this process, on loopback. */
        EMBEDDED,
        /** Beam's direct runner: in memory, for small inputs; no streams. */
        DIRECT,
        /** A Flink cluster. */
        CLUSTER
    }

    public EngineSpec {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism must be 1 or more, was " + parallelism);
        }
        if (kind == Kind.CLUSTER && !ADDRESS.matcher(master).matches()) {
            throw new IllegalArgumentException("flink_master must be HOST:PORT, was '" + master + "'");
        }
        temp = temp.toAbsolutePath();
    }

    /** Flink inside this process, with as many tasks as there are cores. */
    public static EngineSpec embedded(Path temp) {
        return new EngineSpec(Kind.EMBEDDED, "", cores(), temp);
    }

    /** The direct runner, with as many tasks as there are cores. */
    public static EngineSpec direct(Path temp) {
        return new EngineSpec(Kind.DIRECT, "", cores(), temp);
    }

    /** A Flink cluster at {@code master}. */
    public static EngineSpec cluster(String master, int parallelism, Path temp) {
        return new EngineSpec(Kind.CLUSTER, master, parallelism, temp);
    }

    /** This engine with other parallelism. */
    public EngineSpec withParallelism(int tasks) {
        return new EngineSpec(kind, master, tasks, temp);
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}
