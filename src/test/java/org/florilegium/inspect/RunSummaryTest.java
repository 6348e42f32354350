package org.florilegium.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in plain words. */
class RunSummaryTest {
    @TempDir
    Path folder;

    @Test
    void placesAreNamedOnceWhereTheFolderIsRelative() throws IOException {
        SmallRelease.write(folder);
        Path relative = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());

        String text = RunSummary.text(OutputFolder.of(relative));

        assertThat(text).contains(" " + relative.resolve("release/shards") + " (1 files)");
    }
}
