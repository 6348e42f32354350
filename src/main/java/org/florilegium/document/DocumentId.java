package org.florilegium.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.digest.DigestUtils;

/** Names a document by its content, so that the same text has the same id in every run, file and stream. */
public final class DocumentId {
    private static final int BYTES = 16;

    private DocumentId() {}

    /**
     * First 128 bits of the SHA-256 of the UTF-8 text, in lower-case base32 without padding: 26 characters.
     *
     * @param normalizedText text after normalization and before redaction
     */
    public static String of(String normalizedText) {
        byte[] digest = DigestUtils.sha256(normalizedText.getBytes(StandardCharsets.UTF_8));
        return new Base32()
                .encodeToString(Arrays.copyOf(digest, BYTES))
                .replace("=", "")
                .toLowerCase(Locale.ROOT);
    }

    /** SHA-256 of {@code text} as UTF-8, 64 hexadecimal digits: the digest of configurations and of rows. */
    public static String sha256Hex(String text) {
        return DigestUtils.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
