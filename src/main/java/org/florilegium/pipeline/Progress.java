package org.florilegium.pipeline;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.florilegium.flow.DocumentsRead;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how many documents a job has read; elsewhere it shows nothing. */
final class Progress {
    private static final long EVERY_MILLIS = 250;

    private final long before = DocumentsRead.count();
    private final @Nullable ProgressBar bar;
    private final @Nullable ScheduledExecutorService ticking;

    Progress(String task) {
        if (System.console() == null) {
            bar = null;
            ticking = null;
            return;
        }
        ProgressBar shown = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(-1)
                .setUnit(" documents", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build();
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
        });
        ticks.scheduleAtFixedRate(
                () -> shown.stepTo(DocumentsRead.count() - before), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        bar = shown;
        ticking = ticks;
    }

    /** Takes the display away. */
    void close() {
        if (ticking != null) {
            ticking.shutdownNow();
        }
        if (bar != null) {
            bar.stepTo(DocumentsRead.count() - before);
            bar.close();
        }
    }
}
