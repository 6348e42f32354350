package org.florilegium.decontaminate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Reads evaluation sets from folders; whatever is wrong names the set, the file and the line. */
final class EvaluationReader {
    private final DecontaminateSpec spec;
    private final EvaluationIndex index;
    private final MessageDigest digest = DigestUtils.getSha256Digest();

    private EvaluationReader(DecontaminateSpec spec) {
        this.spec = spec;
        this.index = new EvaluationIndex(spec.words());
    }

    /**
     * What was read.
     *
     * @param digest SHA-256 of the settings and of the texts of all sets, but not of their paths
     */
    record Read(EvaluationIndex index, String digest) {}

    /**
     * Reads all sets of {@code spec}.
     *
     * @throws IllegalArgumentException for a folder that is not there or holds nothing to read, or a line that is no JSON
     */
    static Read read(DecontaminateSpec spec) {
        EvaluationReader reader = new EvaluationReader(spec);
        try {
            return reader.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Read read() throws IOException {
        update("decontaminate/2 " + spec.words());
        for (int i = 0; i < spec.sets().size(); i++) {
            EvaluationSet set = spec.sets().get(i);
            update("set " + set.name() + " " + set.fields());
            long texts = 0;
            for (Path file : files("decontaminate.sets[" + i + "].path", Path.of(set.path()))) {
                texts += readFile(set, file);
            }
            if (texts == 0) {
                throw new IllegalArgumentException("decontaminate.sets[" + i + "].fields: no text in any of "
                        + set.fields() + " below '" + set.path() + "'");
            }
        }
        return new Read(index, Hex.encodeHexString(digest.digest()));
    }

    private static List<Path> files(String key, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(key + ": no folder '" + folder + "' (looked in "
                    + Path.of("").toAbsolutePath() + ")");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> EvaluationFile.isReadable(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        key + ": no .jsonl, .json, .csv, .parquet or .txt file in '" + folder + "'");
            }
            return found;
        }
    }

    private long readFile(EvaluationSet set, Path file) throws IOException {
        String name = Path.of(set.path()).relativize(file).toString();
        long[] read = {0};
        try {
            new EvaluationFile(file, set.fields()).read((place, texts) -> {
                texts.forEach(this::update);
                index.add(set.name() + ": " + name + " " + place, texts);
                read[0] += texts.size();
            });
        } catch (EvaluationFile.UnreadableException e) {
            throw new IllegalArgumentException(
                    "decontaminate: set '" + set.name() + "', " + name + " " + e.getMessage(), e);
        }
        return read[0];
    }

    private void update(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
