package org.florilegium.tag;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.florilegium.document.Call;
import org.florilegium.document.Score;

/**
 * One classifier, read and checked: {@code labels.yaml}, {@code model.onnx} and {@code calibration.json} of its folder.
 *
 * <p>Every file is compared with the hash that {@code labels.yaml} pins, so the digest of that one file stands for the whole
 * classifier.
 */
public final class ClassifierFolder {
    private static final String LABELS = "labels.yaml";

    private final Path folder;
    private final ClassifierSpec spec;
    private final String digest;
    private final List<Calibration> calibrations;

    private ClassifierFolder(Path folder, ClassifierSpec spec, String digest, List<Calibration> calibrations) {
        this.folder = folder;
        this.spec = spec;
        this.digest = digest;
        this.calibrations = calibrations;
    }

    /**
     * Reads and checks one classifier.
     *
     * @throws ClassifierException naming every fault found
     */
    public static ClassifierFolder read(Path folder) {
        byte[] bytes = bytes(folder.resolve(LABELS), folder);
        ClassifierSpec spec = spec(folder, bytes);
        List<String> faults = new ArrayList<>();
        Pins.check(folder, spec, faults);
        refuse(faults);
        List<Calibration> calibrations = calibrations(folder, spec, faults);
        refuse(faults);
        return new ClassifierFolder(folder, spec, Sha256.of(bytes), calibrations);
    }

    /**
     * Reads every classifier under {@code home}, by name of its folder; a folder without {@code labels.yaml} is none.
     *
     * @throws ClassifierException when one cannot be used, or there is none at all
     */
    public static List<ClassifierFolder> readAll(Path home) {
        List<ClassifierFolder> all = new ArrayList<>();
        try (Stream<Path> folders = Files.list(home)) {
            folders.filter(folder -> Files.isRegularFile(folder.resolve(LABELS)))
                    .sorted()
                    .forEach(folder -> all.add(read(folder)));
        } catch (IOException e) {
            throw new ClassifierException(home + ": expected a folder of classifiers: " + e.getMessage(), e);
        }
        if (all.isEmpty()) {
            throw new ClassifierException(
                    home + ": expected a folder with at least one <name>/" + LABELS + ", found none");
        }
        return List.copyOf(all);
    }

    /** What {@code labels.yaml} of {@code folder} says; its files are not looked at. */
    static ClassifierSpec spec(Path folder) {
        return spec(folder, bytes(folder.resolve(LABELS), folder));
    }

    private static ClassifierSpec spec(Path folder, byte[] bytes) {
        List<String> faults = new ArrayList<>();
        String file = shown(folder, LABELS);
        ClassifierSpec spec =
                ClassifierSpec.read(new FieldReader(file, "", tree(new YAMLMapper(), bytes, file), faults));
        refuse(faults);
        return spec;
    }

    public ClassifierSpec spec() {
        return spec;
    }

    public Path path() {
        return folder;
    }

    /** SHA-256 of {@code labels.yaml}, hexadecimal. */
    public String digest() {
        return digest;
    }

    /** Bytes of the ONNX file. */
    public byte[] model() {
        return bytes(folder.resolve(spec.model().name()), folder);
    }

    /** Bytes of the tokenizer, from the folder or the class path. */
    public byte[] tokenizer() {
        return spec.kind() == ClassifierSpec.Kind.TEXT_ENCODER
                ? bytes(folder.resolve(spec.tokenizer().name()), folder)
                : resource(spec.tokenizer());
    }

    /** Bytes of a class-path resource of the classifier, already compared with its hash. */
    public byte[] resource(Artefact artefact) {
        try {
            return Pins.resource(artefact);
        } catch (IOException e) {
            throw new ClassifierException(shown(folder, LABELS) + ": " + e.getMessage(), e);
        }
    }

    /**
     * The calibrated score of one output of the model, empty where nothing is said of the language.
     *
     * @param output number of the output, that of the label in {@link ClassifierSpec#labels()}
     * @param language BCP-47 tag of the text
     */
    public Optional<Score> score(int output, double logit, String language) {
        LabelSpec label = spec.labels().get(output);
        Score score = calibrations.get(output).score(logit, spec.tier());
        if (label.covers(language)) {
            return Optional.of(score);
        }
        return label.elsewhere() == LabelSpec.Elsewhere.ABSENT
                ? Optional.empty()
                : Optional.of(new Score(score.p(), 0, 1, Call.ABSTAIN, spec.tier()));
    }

    Calibration calibration(int output) {
        return calibrations.get(output);
    }

    private static List<Calibration> calibrations(Path folder, ClassifierSpec spec, List<String> faults) {
        String file = shown(folder, spec.calibration().name());
        JsonNode root =
                tree(new JsonMapper(), bytes(folder.resolve(spec.calibration().name()), folder), file);
        List<Calibration> all = new ArrayList<>();
        for (LabelSpec label : spec.labels()) {
            JsonNode node = root.path("labels").path(label.name());
            if (node.isMissingNode()) {
                faults.add(file + ": labels." + label.name() + ": is missing");
            } else {
                all.add(Calibration.read(file, label.name(), node, faults));
            }
        }
        return List.copyOf(all);
    }

    private static JsonNode tree(ObjectMapper mapper, byte[] bytes, String file) {
        try {
            return mapper.readTree(bytes);
        } catch (JacksonException e) {
            throw new ClassifierException(file + ": cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new ClassifierException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Path file, Path folder) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ClassifierException(shown(folder, String.valueOf(file.getFileName())) + ": no such file", e);
        }
    }

    static String shown(Path folder, String file) {
        Path parent = folder.toAbsolutePath().normalize().getParent();
        String home = parent == null || parent.getFileName() == null ? "" : parent.getFileName() + "/";
        return home + folder.getFileName() + "/" + file;
    }

    private static void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new ClassifierException(String.join("\n", faults));
        }
    }
}
