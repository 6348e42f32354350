package org.florilegium.curate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.florilegium.balance.Target;

/** Reads profile files; a file with faults gets all of them at once, each with its path, what was found and what was expected. */
public final class ProfileReader {
    private static final String SCHEMA = "/org/florilegium/schemas/profile.schema.json";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final double NEVER = 2;

    private ProfileReader() {}

    /**
     * Reads one profile.
     *
     * @throws IllegalArgumentException with one line a fault, each starting with the file and the path in it
     * @throws UncheckedIOException where the file cannot be read
     */
    public static Profile read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("profile '" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a profile from YAML.
     *
     * @param name how messages call the file
     */
    public static Profile parse(String yaml, String name) {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(name + ": must be YAML: " + e.getOriginalMessage(), e);
        }
        List<String> faults = new ArrayList<>();
        for (ValidationMessage fault : schema().validate(root)) {
            faults.add(name + ": " + describe(fault, root));
        }
        if (faults.isEmpty()) {
            faults.addAll(overspent(root.path("wants"), name));
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
        return profile(root);
    }

    private static String describe(ValidationMessage fault, JsonNode root) {
        String location = fault.getInstanceLocation().toString();
        String path = location.replaceFirst("^\\$\\.?", "");
        JsonNode found = path.isEmpty()
                ? root
                : root.at("/" + path.replaceAll("\\[(\\d+)]", "/$1").replace('.', '/'));
        String message = fault.getMessage();
        String said = message.startsWith(location + ":")
                ? message.substring(location.length() + 1).strip()
                : message;
        return (path.isEmpty() ? "the profile" : path) + ": " + said + (found.isValueNode() ? ", was " + found : "");
    }

    private static List<String> overspent(JsonNode wants, String name) {
        List<String> faults = new ArrayList<>();
        wants.properties().forEach(target -> {
            double sum = Math.max(0, unknown(target.getValue()));
            for (JsonNode share : target.getValue().path("shares")) {
                sum += share.asDouble();
            }
            if (sum > 1 + 1e-9) {
                faults.add(name + ": wants." + target.getKey()
                        + ".shares: together with unknown they must be at most 1, lower some of them, were " + sum);
            }
        });
        return faults;
    }

    private static Profile profile(JsonNode root) {
        JsonNode out = root.path("keeps_out");
        JsonNode takes = root.path("takes");
        List<Target> wants = new ArrayList<>();
        root.path("wants").properties().forEach(entry -> wants.add(target(entry.getKey(), entry.getValue())));
        List<LabelRule> rules = new ArrayList<>();
        out.path("labels")
                .forEach(rule -> rules.add(new LabelRule(
                        rule.path("label").asText(),
                        words(rule.path("stances")),
                        rule.path("unclear_above").asDouble(NEVER))));
        return new Profile(
                root.path("name").asText(),
                root.path("steward").asText(),
                root.path("about").asText("").strip(),
                root.path("budget").asDouble(1),
                words(root.path("theories")),
                wants,
                rules,
                out.path("largest_excised").asDouble(.5),
                words(out.path("flags")),
                words(out.path("voices")),
                words(out.path("traditions")),
                words(takes.path("licences")),
                takes.path("unknown_licence").asBoolean(true),
                root.path("unreviewed").asText("hold").equals("allow"));
    }

    private static Target target(String dimension, JsonNode node) {
        Map<String, Double> shares = node.path("shares") instanceof MissingNode
                ? Map.of()
                : YAML.convertValue(node.path("shares"), new TypeReference<Map<String, Double>>() {});
        return new Target(
                dimension,
                node.path("alpha").asDouble(1),
                shares,
                unknown(node),
                node.path("floor_share").asDouble(0),
                node.path("floor_supply").asDouble(.2),
                node.path("cap").asDouble(1));
    }

    private static double unknown(JsonNode target) {
        return target.path("unknown").isNumber() ? target.path("unknown").asDouble() : Target.NATURAL;
    }

    private static List<String> words(JsonNode node) {
        List<String> words = new ArrayList<>();
        node.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static JsonSchema schema() {
        try (InputStream stream = ProfileReader.class.getResourceAsStream(SCHEMA)) {
            if (stream == null) {
                throw new IllegalStateException("no '" + SCHEMA + "' on the class path");
            }
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
