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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
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
    private final List<LabelCalibration> calibrations;

    private ClassifierFolder(Path folder, ClassifierSpec spec, String digest, List<LabelCalibration> calibrations) {
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
        List<LabelCalibration> calibrations = calibrations(folder, spec, faults);
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
        Score score = calibrations.get(output).in(language).score(logit, spec.tier());
        if (label.covers(language)) {
            return Optional.of(score);
        }
        return label.elsewhere() == LabelSpec.Elsewhere.ABSENT
                ? Optional.empty()
                : Optional.of(new Score(score.p(), 0, 1, Call.ABSTAIN, spec.tier()));
    }

    LabelCalibration calibration(int output) {
        return calibrations.get(output);
    }

    /**
     * Joins the first tier's scores with those of this classifier, label by label, as it was fitted.
     *
     * <p>Where nothing was fitted, a label that is calibrated in one tier and experimental in the other keeps the calibrated
     * score, for nothing is known of the calibration of their mean.
     *
     * @param first scores of the first tier
     * @param second scores of this classifier
     * @param language BCP-47 tag of the text
     * @param calibrated whether the first tier is calibrated for a label
     */
    Map<String, Score> join(
            Map<String, Score> first, Map<String, Score> second, String language, Predicate<String> calibrated) {
        Map<String, Score> joined = new TreeMap<>(first);
        for (int i = 0; i < calibrations.size(); i++) {
            LabelSpec label = spec.labels().get(i);
            Score score = second.get(label.name());
            if (score != null) {
                Optional<Fusion> fusion = calibrations.get(i).fusion();
                joined.merge(
                        label.name(),
                        score,
                        (one, two) -> fusion.isPresent()
                                ? fusion.get().join(one, two, language)
                                : unfitted(one, two, calibrated.test(label.name()), label.status()));
            }
        }
        return joined;
    }

    private static Score unfitted(Score one, Score two, boolean first, LabelSpec.Status second) {
        int trust = Boolean.compare(first, second == LabelSpec.Status.CALIBRATED);
        return trust > 0 ? one : trust < 0 ? two : Fusion.mean(one, two);
    }

    private static List<LabelCalibration> calibrations(Path folder, ClassifierSpec spec, List<String> faults) {
        String file = shown(folder, spec.calibration().name());
        JsonNode root =
                tree(new JsonMapper(), bytes(folder.resolve(spec.calibration().name()), folder), file);
        LanguageGroups languages = LanguageGroups.read(root.path("groups"));
        List<LabelCalibration> all = new ArrayList<>();
        for (LabelSpec label : spec.labels()) {
            JsonNode node = root.path("labels").path(label.name());
            if (node.isMissingNode()) {
                faults.add(file + ": labels." + label.name() + ": is missing");
            } else {
                all.add(LabelCalibration.read(file, label.name(), languages, node, faults));
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
