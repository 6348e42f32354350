package org.florilegium.source;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A path of an address, or a pattern for such paths, as RFC 9309 compares them: byte by byte, with octets that need no
 * percent-encoding plain and all others encoded. In a pattern {@code *} stands for any bytes and {@code $} at its end for the end.
 */
final class RobotsPath {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String PLAIN_MARKS = "-._~";

    private final String bytes;
    private final boolean ends;

    private RobotsPath(String bytes) {
        this.bytes = bytes;
        this.ends = bytes.endsWith("$");
    }

    /** The path of an address. */
    static RobotsPath of(String path) {
        return new RobotsPath(normalized(path.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param pattern one character a byte, as in the file */
    static RobotsPath pattern(String pattern) {
        return new RobotsPath(normalized(pattern.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String normalized(byte[] octets) {
        StringBuilder normal = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int octet = octets[i] & 0xff;
            int code = octet == '%' && i + 2 < octets.length ? hex(octets[i + 1]) * 16 + hex(octets[i + 2]) : -1;
            if (code >= 0) {
                append(normal, code, isPlain(code));
                i += 2;
            } else {
                append(normal, octet, octet > ' ' && octet < 0x7f && octet != '%');
            }
        }
        return normal.toString();
    }

    private static void append(StringBuilder normal, int octet, boolean plain) {
        if (plain) {
            normal.append((char) octet);
        } else {
            normal.append('%').append(HEX.toHexDigits((byte) octet));
        }
    }

    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -1_000 : value;
    }

    private static boolean isPlain(int octet) {
        return octet < 0x80 && (Character.isLetterOrDigit(octet) || PLAIN_MARKS.indexOf(octet) >= 0);
    }

    /** Bytes of the pattern: of two that match, the longer one decides. */
    int length() {
        return bytes.length();
    }

    /** Whether this, as a pattern, matches the beginning of {@code path}, or all of it where the pattern ends with {@code $}. */
    boolean matches(RobotsPath path) {
        String pattern = ends ? bytes.substring(0, bytes.length() - 1) : bytes + "*";
        String target = path.bytes;
        int at = 0;
        int in = 0;
        int star = -1;
        int from = 0;
        while (at < target.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                from = at;
            } else if (in < pattern.length() && pattern.charAt(in) == target.charAt(at)) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++from;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') {
            in++;
        }
        return in == pattern.length();
    }
}
