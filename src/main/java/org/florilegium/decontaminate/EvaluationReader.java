package org.florilegium.decontaminate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Reads evaluation sets from folders; whatever is wrong names the set, the file and the line. */
final class EvaluationReader {
    private static final ObjectMapper JSON = new ObjectMapper();

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
        update("decontaminate/1 " + spec.words());
        for (int i = 0; i < spec.sets().size(); i++) {
            EvaluationSet set = spec.sets().get(i);
            update("set " + set.name() + " " + set.fields());
            for (Path file : files("decontaminate.sets[" + i + "].path", Path.of(set.path()))) {
                readFile(set, file);
            }
        }
        return new Read(index, Hex.encodeHexString(digest.digest()));
    }

    private static List<Path> files(String key, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(key + ": no folder '" + folder + "' (looked in "
                    + Path.of("").toAbsolutePath() + ")");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(".+\\.(jsonl|txt)"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(key + ": no .jsonl or .txt file in '" + folder + "'");
            }
            return found;
        }
    }

    private void readFile(EvaluationSet set, Path file) throws IOException {
        boolean json = file.toString().endsWith(".jsonl");
        int number = 0;
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                number++;
                if (!line.isBlank()) {
                    String place = file.getFileName() + " line " + number;
                    List<String> texts = json ? fields(set, place, line) : List.of(line);
                    texts.forEach(this::update);
                    index.add(set.name() + ": " + place, texts);
                }
            }
        }
    }

    private static List<String> fields(EvaluationSet set, String place, String line) {
        try {
            JsonNode row = JSON.readTree(line);
            List<String> texts = new ArrayList<>();
            for (String field : set.fields()) {
                if (row.path(field).isTextual()) {
                    texts.add(row.path(field).textValue());
                }
            }
            return texts;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "decontaminate: set '" + set.name() + "', " + place + ": is not JSON: " + e.getOriginalMessage(),
                    e);
        }
    }

    private void update(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
