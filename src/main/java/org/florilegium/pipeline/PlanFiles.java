package org.florilegium.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.florilegium.sink.PlannedRow;
import org.florilegium.sink.RowPlan;
import org.jspecify.annotations.Nullable;

/** Writes row plans, one file for each data file of a reservoir, in the order of both. */
final class PlanFiles {
    private final Path folder;
    private int open = -1;
    private RowPlan.@Nullable Writer writer;

    PlanFiles(Path folder) {
        this.folder = folder;
    }

    void write(int file, PlannedRow row) throws IOException {
        to(file).write(row);
    }

    private RowPlan.Writer to(int file) throws IOException {
        RowPlan.Writer current = writer;
        if (current == null || open != file) {
            if (current != null) {
                current.close();
            }
            current = new RowPlan.Writer(of(folder, file));
            writer = current;
            open = file;
        }
        return current;
    }

    void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    /** Where the plan of a data file lies. */
    static Path of(Path folder, int file) {
        return folder.resolve(String.format(Locale.ROOT, "%06d.plan", file));
    }
}
