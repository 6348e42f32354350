package org.florilegium.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.florilegium.document.Consent;
import org.florilegium.document.Origin;

/** Makes the origins of the members of one file. */
record MemberOrigins(SourceSpec spec, String uri) {

    /** The file itself, or what remains of it. */
    Origin file(String digest) {
        return member("", digest);
    }

    /** A member at {@code locator}, for example {@code line 12}. */
    Origin member(String locator, String digest) {
        return new Origin(spec.name(), uri, locator, "", "", digest, spec.licence(), spec.consent());
    }

    /**
     * A record of a web archive: its uri is the record's target, where it has one, and its record names the archive.
     *
     * @param signals opt-out signals of the response, {@code name: value} between semicolons
     */
    Origin archived(String target, String record, String retrievedAt, String digest, String signals) {
        String consent = Consent.of(spec.consent() + "; " + signals).text();
        boolean named = !target.isEmpty();
        return new Origin(
                spec.name(),
                named ? target : uri,
                named ? uri + "#" + record : record,
                "",
                retrievedAt,
                digest,
                spec.licence(),
                consent);
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(newSha256().digest(bytes));
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java runtime has SHA-256", absent);
        }
    }
}
