package org.florilegium.tag;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.florilegium.document.Tier;

/**
 * What {@code labels.yaml} says of a classifier.
 *
 * @param name name of the classifier, also of its folder
 * @param version its version
 * @param tier the tier it belongs to, one or two
 * @param kind how text becomes the model's input
 * @param languages primary language subtags it may be run on, or {@code all}
 * @param bits of a bucket's number for {@link Kind#HASHED_NGRAMS}, otherwise 0
 * @param maxTokens after which text is cut where {@link Kind#hasTokens()}, otherwise 0
 * @param prefix what the model wants before every text, often nothing
 * @param neutralGroups whether labels of {@code harm} are scored on texts without the {@link NamedGroups} they name
 * @param model the ONNX file in the folder
 * @param calibration the calibration file in the folder
 * @param encoder class-path resource with the encoder, or {@link Artefact#NONE}
 * @param tokenizer class-path resource of {@link Kind#ENCODER_HEAD}, file of {@link Kind#TEXT_ENCODER}, or {@link Artefact#NONE}
 * @param labels in the order of the model's outputs
 */
public record ClassifierSpec(
        String name,
        String version,
        Tier tier,
        Kind kind,
        List<String> languages,
        int bits,
        int maxTokens,
        String prefix,
        boolean neutralGroups,
        Artefact model,
        Artefact calibration,
        Artefact encoder,
        Artefact tokenizer,
        List<LabelSpec> labels)
        implements Serializable {

    /** How text becomes the model's input. */
    public enum Kind {
        /** {@link HashedNgrams} as {@code ids} and {@code values}. */
        HASHED_NGRAMS,
        /** The mean of an encoder's last hidden state, of length one, as {@code embedding}. */
        ENCODER_HEAD,
        /** Token numbers as {@code input_ids}, with {@code attention_mask}, to a logit for each label. */
        TEXT_ENCODER;

        /** Whether a tokenizer cuts the text. */
        public boolean hasTokens() {
            return this != HASHED_NGRAMS;
        }
    }

    public ClassifierSpec {
        languages = List.copyOf(languages);
        labels = List.copyOf(labels);
    }

    /** Whether the classifier may be run on text in {@code language}, a BCP-47 tag. */
    public boolean covers(String language) {
        return names(languages, language);
    }

    /** Whether the classifier has {@code label} and its figures hold. */
    public boolean calibrates(String label) {
        return labels.stream()
                .anyMatch(spec -> spec.name().equals(label) && spec.status() == LabelSpec.Status.CALIBRATED);
    }

    /** The files of the classifier's folder besides {@code labels.yaml}. */
    List<Artefact> files() {
        return kind == Kind.TEXT_ENCODER ? List.of(model, calibration, tokenizer) : List.of(model, calibration);
    }

    static boolean names(List<String> languages, String language) {
        int dash = language.indexOf('-');
        return languages.contains("all") || languages.contains(dash < 0 ? language : language.substring(0, dash));
    }

    static ClassifierSpec read(FieldReader in) {
        Tier tier = in.integer("tier", 1, 2) == 2 ? Tier.TWO : Tier.ONE;
        Kind kind = in.word("kind", Kind.class, Kind.HASHED_NGRAMS);
        boolean encoder = kind == Kind.ENCODER_HEAD;
        FieldReader input = in.child("input");
        int bits = 0;
        int maxTokens = 0;
        String prefix = "";
        if (kind.hasTokens()) {
            maxTokens = input.integer("max_tokens", 8, 512);
            prefix = input.textOr("prefix", "");
        } else {
            bits = input.integer("bits", 8, 24);
            if (!HashedNgrams.NAME.equals(input.text("features"))) {
                input.fault("features", "expected '" + HashedNgrams.NAME + "'");
            }
        }
        boolean neutralGroups = neutralGroups(input);
        input.done();
        ClassifierSpec spec = new ClassifierSpec(
                in.text("name"),
                in.text("version"),
                tier,
                kind,
                in.texts("languages"),
                bits,
                maxTokens,
                prefix,
                neutralGroups,
                Artefact.read(in.child("model"), "file"),
                Artefact.read(in.child("calibration"), "file"),
                encoder ? Artefact.read(in.child("encoder"), "resource") : Artefact.NONE,
                kind.hasTokens() ? Artefact.read(in.child("tokenizer"), encoder ? "resource" : "file") : Artefact.NONE,
                labels(in));
        in.done();
        return spec;
    }

    private static boolean neutralGroups(FieldReader input) {
        String groups = input.textOr("groups", "");
        if (!groups.isEmpty() && !groups.equals(NamedGroups.NAME)) {
            input.fault("groups", "expected '" + NamedGroups.NAME + "', found '" + groups + "'");
        }
        return !groups.isEmpty();
    }

    private static List<LabelSpec> labels(FieldReader in) {
        List<LabelSpec> labels = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (FieldReader entry : in.children("labels")) {
            LabelSpec label = LabelSpec.read(entry);
            if (seen.contains(label.name())) {
                entry.fault("name", "'" + label.name() + "' stands here twice");
            }
            seen.add(label.name());
            labels.add(label);
        }
        return labels;
    }
}
