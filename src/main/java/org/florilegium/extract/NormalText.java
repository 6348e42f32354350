package org.florilegium.extract;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;

/**
 * One form for every text: Unicode NFC, lines ended by {@code \n}, paragraphs apart by exactly one blank line, single
 * spaces, nothing invisible that carries no meaning.
 *
 * <p>Joiners (U+200C, U+200D) stay between letters of scripts that shape with them and inside emoji.
 */
final class NormalText {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private NormalText() {}

    /** The normal form of {@code text}; applying it twice changes nothing more. */
    static String of(String text) {
        return lines(NFC.normalize(visible(text)));
    }

    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int previous = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == '\r') {
                out.append('\n');
                next += next < text.length() && text.charAt(next) == '\n' ? 1 : 0;
            } else if (c == 0x200C || c == 0x200D) {
                if (joins(previous) && next < text.length() && joins(text.codePointAt(next))) {
                    out.appendCodePoint(c);
                }
            } else {
                append(out, c);
            }
            previous = c;
            i = next;
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        if ((c < 0x7F && c >= 0x20) || c == '\n' || c == '\t') {
            out.append((char) c);
        } else if (c == 0x0B || c == 0x85 || c == 0x2028) {
            out.append('\n');
        } else if (c == 0x0C || c == 0x2029) {
            out.append("\n\n");
        } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
            out.append('\uFFFD');
        } else if (!isInvisible(c)) {
            out.appendCodePoint(c);
        }
    }

    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || c == 0x00AD
                || c == 0x200B
                || c == 0x2060
                || c == 0xFEFF
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || UCharacter.hasBinaryProperty(c, UProperty.NONCHARACTER_CODE_POINT);
    }

    private static boolean joins(int c) {
        if (c < 0) {
            return false;
        }
        if (UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                || c == 0xFE0F
                || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_MODIFIER)) {
            return true;
        }
        int script = UScript.getScript(c);
        return switch (script) {
            case UScript.COMMON,
                    UScript.LATIN,
                    UScript.GREEK,
                    UScript.CYRILLIC,
                    UScript.HAN,
                    UScript.HANGUL,
                    UScript.HIRAGANA,
                    UScript.KATAKANA,
                    UScript.ARMENIAN,
                    UScript.GEORGIAN,
                    UScript.HEBREW,
                    UScript.UNKNOWN -> false;
            default -> true;
        };
    }

    private static String lines(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int breaks = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                breaks++;
                space = false;
            } else if (c == '\t' || c == ' ' || (c > 0x7F && Character.isSpaceChar(c))) {
                space = true;
            } else {
                if (!out.isEmpty() && breaks > 0) {
                    out.append(breaks == 1 ? "\n" : "\n\n");
                } else if (!out.isEmpty() && space) {
                    out.append(' ');
                }
                out.append(c);
                breaks = 0;
                space = false;
            }
        }
        return out.toString();
    }
}
