package org.florilegium.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the project lies: its classifiers, profiles and traditions. */
final class Home {
    private static final String PROPERTY = "florilegium.home";

    private Home() {}

    /** The system property or the environment variable {@code florilegium.home}, otherwise the working folder. */
    static Path folder() {
        String set = System.getProperty(PROPERTY, System.getenv().getOrDefault("FLORILEGIUM_HOME", ""));
        return Path.of(set);
    }

    /** The classifiers' folder. */
    static Path classifiers() {
        return folder().resolve("classifiers");
    }

    /** The tradition file. */
    static Path traditions() {
        return folder().resolve("pipelines").resolve("traditions.yaml");
    }

    /** The output folder that is meant when none is named: the working folder if it is one, otherwise that of the demo. */
    static Path output() {
        Path here = Path.of(".");
        boolean isOutput =
                Stream.of("release", "reservoir", "manifest.json").anyMatch(name -> Files.exists(here.resolve(name)));
        return isOutput ? here : folder().resolve("target").resolve("demo");
    }
}
