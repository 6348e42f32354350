package org.florilegium.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters.
 *
 * <p>A byte order mark decides; then valid UTF-8, which other charsets hardly ever are by chance; then what the bytes or
 * their container declare; last, statistics. Bytes that the charset does not have become U+FFFD.
 */
final class Charsets {
    private static final int PREFIX = 4_096;
    private static final int SAMPLE = 1 << 16;
    private static final Pattern DECLARED =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private Charsets() {}

    /** The text of {@code bytes}; {@code hint} is a charset's name or empty; {@code markup} looks for a declaration inside. */
    static String decode(byte[] bytes, String hint, boolean markup) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            String text = new String(bytes, marked);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, guess(bytes, hint, markup));
        }
    }

    private static Charset guess(byte[] bytes, String hint, boolean markup) {
        Charset declared = named(hint);
        if (declared == null && markup) {
            Matcher inside =
                    DECLARED.matcher(new String(bytes, 0, Math.min(bytes.length, PREFIX), StandardCharsets.ISO_8859_1));
            declared = inside.find() ? named(inside.group(1)) : null;
        }
        if (declared != null) {
            return declared;
        }
        return mostlyUtf8(bytes) ? StandardCharsets.UTF_8 : byStatistics(bytes);
    }

    /** A text in UTF-8 with a few broken bytes is still UTF-8: its sequences hold together far more often than not. */
    private static boolean mostlyUtf8(byte[] bytes) {
        int whole = 0;
        int broken = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int more = lead >= 0xC2 && lead < 0xE0
                    ? 1
                    : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xF0 && lead < 0xF5 ? 3 : 0;
            int seen = 0;
            while (seen < more && i + 1 + seen < bytes.length && (bytes[i + 1 + seen] & 0xC0) == 0x80) {
                seen++;
            }
            if (more > 0 && seen == more) {
                whole++;
                i += more;
            } else {
                broken++;
            }
        }
        return whole > 10 * broken;
    }

    private static Charset byStatistics(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length <= SAMPLE ? bytes : java.util.Arrays.copyOf(bytes, SAMPLE));
        CharsetMatch match = detector.detect();
        Charset found = match == null ? null : named(match.getName());
        return found == null ? Charset.forName("windows-1252") : found;
    }

    private static @Nullable Charset named(String name) {
        if (name.isBlank()) {
            return null;
        }
        try {
            String upper = name.trim().toUpperCase(Locale.ROOT);
            if (upper.equals("ISO-8859-1") || upper.equals("LATIN1") || upper.equals("US-ASCII")) {
                return Charset.forName("windows-1252");
            }
            return upper.equals("UTF-8") || upper.startsWith("UTF-16") ? null : Charset.forName(upper);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    static @Nullable Charset byteOrderMark(byte[] b) {
        if (startsWith(b, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(b, 0xFF, 0xFE, 0, 0)) {
            return UTF_32LE;
        }
        if (startsWith(b, 0, 0, 0xFE, 0xFF)) {
            return UTF_32BE;
        }
        if (startsWith(b, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(b, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
