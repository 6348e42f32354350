package org.florilegium.spec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a YAML file into a tree and lays the user's settings over it. */
final class YamlFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** YAML also takes 2024_01 and 007 for numbers, which on a command line are names. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?");

    private YamlFile() {}

    /**
     * The tree of {@code file} with {@code settings} laid over it; a key such as {@code tag.policy} reaches into sections.
     *
     * @throws InvalidFileException when there is no such file, or it is no YAML mapping
     */
    static ObjectNode read(Path file, Map<String, String> settings) throws InvalidFileException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
            throw fault(file, where, "must be YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw fault(
                    file,
                    "",
                    "no such file, or it cannot be read (looked in "
                            + Path.of("").toAbsolutePath() + ")");
        }
        if (!(tree instanceof ObjectNode root)) {
            throw fault(file, "", "must be a YAML mapping of sections");
        }
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            set(file, root, setting.getKey(), setting.getValue());
        }
        return root;
    }

    private static void set(Path file, ObjectNode root, String key, String value) throws InvalidFileException {
        ObjectNode section = root;
        String[] names = key.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            JsonNode child = section.get(names[i]);
            if (child != null && !child.isObject()) {
                throw fault(file, key, "cannot be set: '" + names[i] + "' is not a section of this file");
            }
            section = child == null ? section.putObject(names[i]) : (ObjectNode) child;
        }
        try {
            JsonNode parsed = MAPPER.readTree(value);
            boolean text = parsed == null || !(PLAIN_NUMBER.matcher(value).matches() || parsed.isBoolean());
            if (text && !value.startsWith("[") && !value.startsWith("{")) {
                section.put(names[names.length - 1], value);
            } else {
                section.set(names[names.length - 1], parsed);
            }
        } catch (JsonProcessingException e) {
            section.put(names[names.length - 1], value);
        }
    }

    private static InvalidFileException fault(Path file, String path, String message) {
        return new InvalidFileException(file.toString(), List.of(new Fault(path, message)));
    }
}
