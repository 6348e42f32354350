package org.florilegium.filter.redact;

import java.io.Serializable;
import java.util.List;

/**
 * What a pipeline masks.
 *
 * @param kinds names of what is masked, see {@link PersonalKind}; empty masks nothing
 */
public record RedactSpec(List<String> kinds) implements Serializable {
    public RedactSpec {
        kinds = kinds.stream()
                .map(PersonalKind::named)
                .distinct()
                .sorted()
                .map(PersonalKind::key)
                .toList();
    }

    /** Masks every kind that a checksum or an unmistakable form vouches for; no names and postal addresses. */
    public static RedactSpec defaults() {
        return new RedactSpec(List.of("email", "phone", "ip", "iban", "card", "national_id", "key"));
    }

    boolean masks(PersonalKind kind) {
        return kinds.contains(kind.key());
    }

    /** All that can change an outcome, in one canonical string. */
    String canonical() {
        return "redact/2 " + kinds;
    }
}
