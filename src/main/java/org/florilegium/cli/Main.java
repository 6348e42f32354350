package org.florilegium.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code florilegium}. Exit status: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "florilegium",
        description = "Gathers, tags, rebalances and publishes pretraining text.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit status: 0 done, 1 failed, 2 wrong usage."})
public final class Main implements Runnable {
    /** Exit status of a command that did its work and found what it must not find, or could not do its work. */
    static final int FAILED = 1;

    /** The verbs, in the order in which help lists them. */
    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            IngestCommand.class,
            CurateCommand.class,
            DemoStreamCommand.class,
            ValidateCommand.class,
            SummaryCommand.class,
            StatsCommand.class,
            ExplainCommand.class,
            VerifyCommand.class,
            ExtractCommand.class,
            JudgeCommand.class,
            ScoreCommand.class);

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the stack trace of an error.")
    @SuppressWarnings("unused") // asked of what was parsed, as a subcommand may have it
    private boolean verbose;

    private Main(Console console) {
        this.console = console;
    }

    /** Runs the command and ends the process. */
    public static void main(String[] args) {
        System.exit(run(System.in, System.out, System.err, args));
    }

    /**
     * Runs the command.
     *
     * @param in what commands that read lines read
     * @param out gets results, UTF-8
     * @param err gets errors and help on wrong usage, UTF-8
     * @return the exit status
     */
    public static int run(InputStream in, PrintStream out, PrintStream err, String... args) {
        try (Console console = new Console(in, out, err)) {
            CommandLine line = new CommandLine(new Main(console));
            for (Class<?> command : COMMANDS) {
                line.addSubcommand(command);
            }
            line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
            line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
            line.setCaseInsensitiveEnumValuesAllowed(true);
            line.setParameterExceptionHandler((fault, arguments) -> usage(console, fault));
            line.setExecutionExceptionHandler((thrown, command, parsed) -> fail(console, thrown, verbose(parsed)));
            int status = line.execute(args);
            line.getOut().flush();
            return status;
        }
    }

    /** Without a verb there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    /** Streams of this run. */
    Console console() {
        return console;
    }

    private static boolean verbose(CommandLine.ParseResult parsed) {
        for (CommandLine.ParseResult result : parsed.asCommandLineList().stream()
                .map(CommandLine::getParseResult)
                .toList()) {
            if (result.hasMatchedOption("--verbose")) {
                return true;
            }
        }
        return false;
    }

    private static int usage(Console console, ParameterException fault) {
        String command = fault.getCommandLine().getCommandSpec().qualifiedName();
        console.error("florilegium: " + fault.getMessage());
        console.error("Try '" + command + " --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int fail(Console console, Exception thrown, boolean verbose) {
        console.error(Complaint.of(thrown));
        if (verbose) {
            console.trace(thrown);
        }
        return FAILED;
    }
}
