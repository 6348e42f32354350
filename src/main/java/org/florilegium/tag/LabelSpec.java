package org.florilegium.tag;

import java.io.Serializable;
import java.util.List;

/**
 * What one label of a classifier means and where it holds.
 *
 * @param name identifier {@code family.name}, for example {@code relational.empathy}
 * @param status whether its figures hold in and out of source
 * @param definition one or two sentences
 * @param languages primary language subtags with figures, or {@code all}
 * @param elsewhere what is said of text in other languages
 * @param examplesFor texts that the label fits
 * @param examplesAgainst texts near it that the label does not fit
 * @param theories theories of the good life that count it; empty for harms
 * @param mlcommons hazard ids of MLCommons; empty for others than harms
 * @param sources labelled sets it was trained on
 */
public record LabelSpec(
        String name,
        Status status,
        String definition,
        List<String> languages,
        Elsewhere elsewhere,
        List<String> examplesFor,
        List<String> examplesAgainst,
        List<String> theories,
        List<String> mlcommons,
        List<String> sources)
        implements Serializable {

    /** Whether a label's figures hold. */
    public enum Status {
        CALIBRATED,
        EXPERIMENTAL
    }

    /** What is said of text in a language without figures. */
    public enum Elsewhere {
        /** The probability, with the interval 0 to 1 and no call. */
        ABSTAIN,
        /** Nothing. */
        ABSENT
    }

    public LabelSpec {
        languages = List.copyOf(languages);
        examplesFor = List.copyOf(examplesFor);
        examplesAgainst = List.copyOf(examplesAgainst);
        theories = List.copyOf(theories);
        mlcommons = List.copyOf(mlcommons);
        sources = List.copyOf(sources);
    }

    /** The part of the name before the dot. */
    public String family() {
        return family(name);
    }

    /** The family of the label called {@code name}. */
    public static String family(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    /** Whether there are figures for text in {@code language}, a BCP-47 tag. */
    public boolean covers(String language) {
        return ClassifierSpec.names(languages, language);
    }

    static LabelSpec read(FieldReader in) {
        LabelSpec spec = new LabelSpec(
                in.text("name"),
                in.word("status", Status.class, Status.EXPERIMENTAL),
                in.text("definition"),
                in.texts("languages"),
                in.word("elsewhere", Elsewhere.class, Elsewhere.ABSENT),
                in.texts("for"),
                in.texts("against"),
                in.texts("theories"),
                in.has("mlcommons") ? in.texts("mlcommons") : List.of(),
                in.texts("sources"));
        if (!spec.name.isEmpty() && !spec.name.matches("[a-z_]+\\.[a-z_]+")) {
            in.fault("name", "expected family.name in lower case, found '" + spec.name + "'");
        }
        in.done();
        return spec;
    }
}
