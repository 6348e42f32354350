package org.florilegium.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: results to stdout, logs to stderr; exit status 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "florilegium",
        subcommands = {RunCommand.class, IngestCommand.class, CurateCommand.class},
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
