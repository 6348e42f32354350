package org.florilegium.pipeline;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.florilegium.flow.DocumentsRead;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how many documents a job has read; elsewhere it shows nothing. */
final class Progress {
    /** Set by the launcher where stderr is a terminal. */
    private static final String TERMINAL = "florilegium.terminal";

    private static final long EVERY_MILLIS = 250;

    private final long before = DocumentsRead.count();
    private final @Nullable ProgressBar bar;
    private final Thread ticking = new Thread(this::tick, "progress");

    Progress(String task) {
        bar = Boolean.getBoolean(TERMINAL)
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(-1)
                        .setUnit(" documents", 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .showSpeed()
                        .build()
                : null;
        ticking.setDaemon(true);
        ticking.start();
    }

    /** Takes the display away. */
    void close() {
        ticking.interrupt();
        if (bar != null) {
            bar.stepTo(DocumentsRead.count() - before);
            bar.close();
        }
    }

    private void tick() {
        while (bar != null && !Thread.currentThread().isInterrupted()) {
            bar.stepTo(DocumentsRead.count() - before);
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
