package org.florilegium.cli;

import java.nio.file.Path;

/** Where classifiers, profiles and traditions lie. */
final class ProjectHome {
    private ProjectHome() {}

    /** The folder that {@code bin/florilegium} found, otherwise the working folder. */
    static Path path() {
        String set = System.getProperty("florilegium.home", System.getenv().getOrDefault("FLORILEGIUM_HOME", ""));
        return Path.of(set);
    }
}
