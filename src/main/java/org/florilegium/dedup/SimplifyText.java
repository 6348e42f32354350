package org.florilegium.dedup;

import com.ibm.icu.text.Normalizer2;
import java.util.BitSet;
import java.util.Locale;

/**
 * Reduces a text to what near duplicates share: lower case, every number as {@code 0}, no punctuation, single spaces,
 * no accents. Equal to the {@code simplify_text} of datatrove 0.10.
 */
final class SimplifyText {
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    private static final String DECIMAL_MARKS = ".,،٫⎖⎗⎘";
    private static final BitSet PUNCTUATION = new BitSet(0x10000);
    private static final byte[] ASCII = new byte[0x80];

    static {
        String ranges = "0000-0008 000B-001F 0021-002F 003A-0040 005B-0060 007B-009F 00AB 00B4 00BB 2013-2014 2019 "
                + "201C-201E 2026 2236 2501 25BA 3001-3002 3008-300D 3010-3011 FF01 FF05 FF08-FF09 FF0C FF0E FF11 "
                + "FF1A-FF1B FF1F FF5E";
        for (String range : ranges.split(" ")) {
            int first = Integer.parseInt(range.substring(0, 4), 16);
            int last = Integer.parseInt(range.substring(range.length() - 4), 16);
            PUNCTUATION.set(first, last + 1);
        }
        for (int c = 0; c < ASCII.length; c++) {
            boolean gone = isSpace((char) c) || PUNCTUATION.get(c);
            ASCII[c] = (byte) (gone ? ' ' : isDigit(c) ? '0' : Character.toLowerCase(c));
        }
    }

    private SimplifyText() {}

    /** What becomes of one ASCII character: a letter in lower case, {@code 0} for a digit, a space for all else. */
    static byte ascii(byte c) {
        return ASCII[c];
    }

    static String simplify(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(lower.length());
        int i = 0;
        while (i < lower.length()) {
            int codePoint = lower.codePointAt(i);
            if (isDigit(codePoint)) {
                out.append('0');
                i = numberEnd(lower, i);
            } else {
                append(out, codePoint);
                i += Character.charCount(codePoint);
            }
        }
        trimEnd(out);
        return strip(withoutAccents(out));
    }

    private static boolean isDigit(int codePoint) {
        return codePoint < 0x80
                ? codePoint >= '0' && codePoint <= '9'
                : Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER;
    }

    /** Where the number that starts at {@code start} ends: digits, and one decimal mark with more digits. */
    private static int numberEnd(String text, int start) {
        int end = digitsEnd(text, start);
        if (end < text.length() && DECIMAL_MARKS.indexOf(text.charAt(end)) >= 0) {
            int after = digitsEnd(text, end + 1);
            return after > end + 1 ? after : end;
        }
        return end;
    }

    private static int digitsEnd(String text, int start) {
        int i = start;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (!isDigit(codePoint)) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }

    private static void append(StringBuilder out, int codePoint) {
        if (codePoint < 0x10000 && (isSpace((char) codePoint) || PUNCTUATION.get(codePoint))) {
            if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        } else {
            out.appendCodePoint(codePoint);
        }
    }

    /** Whether Python counts {@code c} as white space. */
    static boolean isSpace(char c) {
        if (c < 0x80) {
            return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
        }
        return c == 0x85 || Character.isSpaceChar(c);
    }

    private static void trimEnd(StringBuilder out) {
        if (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
    }

    private static String withoutAccents(StringBuilder text) {
        if (isAscii(text)) {
            return text.toString();
        }
        String decomposed = NFD.normalize(text);
        StringBuilder out = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
