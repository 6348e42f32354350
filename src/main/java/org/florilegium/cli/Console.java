package org.florilegium.cli;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The streams of one run, in UTF-8 whatever the locale: results to one, everything else to the other. */
final class Console implements Closeable {
    private final InputStream in;
    private final PrintWriter out;
    private final PrintWriter err;

    Console(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false);
        this.err = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
    }

    /** Standard input. */
    InputStream in() {
        return in;
    }

    /** Prints a line of a result. */
    void line(String text) {
        out.print(text);
        out.print('\n');
    }

    /** Prints text of a result as it is. */
    void text(String text) {
        out.print(text);
    }

    /** Prints a line about the run, never a result. */
    void error(String text) {
        out.flush();
        err.print(text);
        err.print('\n');
        err.flush();
    }

    /** Prints where an error comes from. */
    void trace(Throwable thrown) {
        thrown.printStackTrace(err);
        err.flush();
    }

    /** Sends on what was printed. */
    void flush() {
        out.flush();
    }

    /** Flushes; the streams stay open, as they belong to the process. */
    @Override
    public void close() {
        out.flush();
        err.flush();
    }
}
