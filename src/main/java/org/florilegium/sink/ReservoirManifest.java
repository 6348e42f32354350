package org.florilegium.sink;

import java.util.List;
import java.util.Objects;

/**
 * One commit to a reservoir: of a batch, or of a window of a stream.
 *
 * @param format version of this form, 1
 * @param pipelineDigest digest of what can change a row
 * @param input digest of the list of input files of a batch, empty for a window of a stream
 * @param labels installed labels in their published order
 * @param files data files of this commit, sorted by path
 */
public record ReservoirManifest(
        int format, String pipelineDigest, String input, List<String> labels, List<ReservoirFile> files) {
    /** The form that is written. */
    public static final int FORMAT = 1;

    public ReservoirManifest {
        input = Objects.requireNonNullElse(input, "");
        labels = List.copyOf(labels);
        files = files.stream().sorted().toList();
    }
}
