package org.florilegium.document;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A document that was left out, and why. Its text is not kept.
 *
 * @param kind a decision or a fault
 * @param stage stage that left it out
 * @param reason reason of the drop or cause of the fault, snake case; accounting counts by it
 * @param message what was found and what was expected; never the text
 * @param documentId empty where it had none yet
 * @param duplicateOf document that stays in its place, empty where there is none
 * @param title empty where unknown
 * @param language empty where unknown
 * @param tokens ICU words, 0 where not counted
 * @param measurements what rules had measured
 * @param flags rules that had tagged it
 * @param origins every place where it was found, at least one
 */
public record Exclusion(
        Kind kind,
        String stage,
        String reason,
        String message,
        String documentId,
        String duplicateOf,
        String title,
        String language,
        int tokens,
        Map<String, Double> measurements,
        List<String> flags,
        List<Origin> origins)
        implements Serializable {

    /** A drop is a decision, a dead letter a fault; neither is ever counted as the other. */
    public enum Kind {
        DROPPED,
        DEAD_LETTER;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Exclusion {
        measurements = Measurements.of(measurements);
        flags = List.copyOf(flags);
        origins = List.copyOf(origins);
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("an exclusion must have an origin, reason '" + reason + "' has none");
        }
    }

    /** What is left out before it became a document. */
    public static Exclusion of(Kind kind, String stage, String reason, String message, Origin origin) {
        return new Exclusion(kind, stage, reason, message, "", "", "", "", 0, Map.of(), List.of(), List.of(origin));
    }

    /** A document that a stage left out, with what was known of it by then. */
    public static Exclusion of(Kind kind, String stage, String reason, String message, Document document) {
        List<Origin> origins = new java.util.ArrayList<>();
        origins.add(document.provenance().origin());
        origins.addAll(document.provenance().otherOrigins());
        return new Exclusion(
                kind,
                stage,
                reason,
                message,
                document.documentId(),
                "",
                document.content().title(),
                document.content().language(),
                document.content().tokens(),
                document.hygiene().measurements(),
                document.hygiene().flags(),
                origins);
    }

    /** This exclusion, naming the document that stays in its place. */
    public Exclusion withDuplicateOf(String keeper) {
        return new Exclusion(
                kind,
                stage,
                reason,
                message,
                documentId,
                keeper,
                title,
                language,
                tokens,
                measurements,
                flags,
                origins);
    }
}
