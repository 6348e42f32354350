package org.florilegium.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.florilegium.sink.ReleaseManifest;
import org.florilegium.sink.ShardEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas and the readers say the same of a file. */
class FileSchemasTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String HASH = "0".repeat(64);

    @TempDir
    Path folder;

    static List<Path> pipelines() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("pipelines"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("traditions.yaml"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> profiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("pipelines/profiles"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void everyPipelineFileKeepsToTheSchemaAndIsRead(Path file) throws Exception {
        JsonNode tree = YAML.readTree(file.toFile());

        assertThat(faults("pipeline", tree)).isEmpty();
        assertThat(PipelineSpec.read(file, Map.of("input", "samples/folder"), Path.of(""))
                        .sources())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyProfileKeepsToTheSchema(Path file) throws Exception {
        assertThat(faults("profile", YAML.readTree(file.toFile()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "polices: 1",
                "extract: {max_byte: 1}",
                "normalize: {nfc: true}",
                "filter: {recipe: x}",
                "filter: {recipes: [{name: empty, modus: drop}]}",
                "redact: {kind: email}",
                "decontaminate: {set: x}",
                "dedup: {row: 8}",
                "segment: {words: 8}",
                "tag: {polices: all}",
                "curate: {copies: 4}",
                "write: {shards: 4}",
                "stream: {window: 4}"
            })
    void refusesAnUnknownKeyInSchemaAndReader(String section) throws Exception {
        assertThat(faults("pipeline", YAML.readTree(pipeline("")))).isEmpty();

        assertRefusedByBoth(pipeline(section), "unknown key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extract: {max_bytes: 0}",
                "decontaminate: {words: 4}",
                "dedup: {bands: 65}",
                "dedup: {hash: md5}",
                "redact: {kinds: [ibans]}",
                "segment: {max_part_characters: 999}",
                "tag: {policy: most}",
                "tag: {margin: 1.5}",
                "curate: {budget: 0}",
                "curate: {aggregation: sum}",
                "curate: {max_source_share: 1.1}",
                "write: {shard_bytes: 0}",
                "stream: {window_seconds: 0}"
            })
    void refusesAValueOutOfItsRangeInSchemaAndReader(String section) throws Exception {
        assertRefusedByBoth(pipeline(section), "must");
    }

    @Test
    void theSchemaNamesEveryKeyThatTheReaderKnows() throws Exception {
        // given a file whose every section has a key that nobody knows
        JsonNode properties = schema("pipeline").get("properties");
        ObjectNode tree = (ObjectNode) YAML.readTree(pipeline(""));
        tree.put("zzz", 1);
        properties.fieldNames().forEachRemaining(name -> {
            if (properties.get(name).has("properties")) {
                tree.putObject(name).put("zzz", 1);
            }
        });
        Path file = Files.writeString(folder.resolve("keys.yaml"), YAML.writeValueAsString(tree));

        // when the reader complains, it lists the keys it knows
        InvalidFileException refused = refusal(file);

        for (Fault fault : refused.faults()) {
            if (fault.message().contains("known here are ")) {
                String section = fault.path().contains(".") ? fault.path().replaceAll("\\.zzz$", "") : "";
                JsonNode known =
                        section.isEmpty() ? properties : properties.get(section).get("properties");
                String[] keys =
                        fault.message().replaceAll(".*known here are ", "").split(", ", -1);
                assertThat(keys).containsExactlyInAnyOrderElementsOf(names(known));
            }
        }
        assertThat(refused.faults()).hasSizeGreaterThan(10);
    }

    @Test
    void aManifestKeepsToItsSchemaAndAnEditedOneDoesNot() throws Exception {
        ShardEntry shard = new ShardEntry("shards/shard-00000.parquet", 1, 2, 3, 4, 5, "a/0", "a/0", HASH, HASH);
        ReleaseManifest manifest = new ReleaseManifest(
                        1,
                        HASH,
                        HASH,
                        "seed",
                        List.of("harm.toxicity"),
                        Map.of("ngrams", HASH),
                        Map.of("plural", HASH),
                        1,
                        1,
                        2,
                        3,
                        List.of(shard),
                        Map.of("audit.json", HASH),
                        "")
                .sealed();

        ObjectNode tree = new ObjectMapper()
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .valueToTree(manifest);

        assertThat(faults("manifest", tree)).isEmpty();
        assertThat(faults("manifest", tree.deepCopy().put("rows", -1))).isNotEmpty();
        assertThat(faults("manifest", tree.deepCopy().put("note", "x"))).isNotEmpty();
    }

    private void assertRefusedByBoth(String yaml, String complaint) throws IOException {
        Path file = Files.writeString(folder.resolve("faulty.yaml"), yaml);

        assertThat(faults("pipeline", YAML.readTree(yaml))).isNotEmpty();
        assertThatThrownBy(() -> PipelineSpec.read(file, Map.of(), Path.of("")))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining(complaint);
    }

    private static InvalidFileException refusal(Path file) {
        try {
            PipelineSpec.read(file, Map.of(), Path.of(""));
        } catch (InvalidFileException e) {
            return e;
        }
        throw new AssertionError(file + " was read");
    }

    private static String pipeline(String section) {
        return "pipeline: p\noutput: o\nsources: [{name: s, path: samples}]\n" + section + "\n";
    }

    private static List<String> names(JsonNode properties) {
        List<String> names = new java.util.ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode schema(String name) throws IOException {
        return YAML.readTree(Path.of("schemas", name + ".schema.json").toFile());
    }

    private static Set<ValidationMessage> faults(String schema, JsonNode tree) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema(schema))
                .validate(tree);
    }
}
