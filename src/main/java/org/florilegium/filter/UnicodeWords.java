package org.florilegium.filter;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.WordBreak;
import com.ibm.icu.lang.UProperty;

/**
 * Words between the default word boundaries of Unicode (UAX 29), without the dictionaries that ICU adds for Thai, Khmer,
 * Chinese or Japanese: there every letter stands alone. A stretch counts if its first code point is a letter or a number.
 */
final class UnicodeWords {
    private static final int PICTURE = -1;

    private final String text;
    private final int[] starts;
    private final int[] kinds;
    private int count;

    private UnicodeWords(String text) {
        this.text = text;
        int length = text.codePointCount(0, text.length());
        starts = new int[length + 1];
        kinds = new int[length];
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            starts[count] = i;
            kinds[count++] = UCharacter.getIntPropertyValue(text.codePointAt(i), UProperty.WORD_BREAK);
        }
        starts[count] = text.length();
    }

    static Words in(String text) {
        UnicodeWords breaks = new UnicodeWords(text);
        Words words = new Words(text);
        int start = 0;
        for (int i = 1; i <= breaks.count; i++) {
            if (i == breaks.count || breaks.isBoundary(i)) {
                if (isAlphanumeric(text.codePointAt(breaks.starts[start]))) {
                    words.add(breaks.starts[start], breaks.starts[i]);
                }
                start = i;
            }
        }
        return words;
    }

    /** Whether {@code codePoint} is a letter or a number of any kind, as Python's {@code isalnum}. */
    static boolean isAlphanumeric(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(codePoint);
        };
    }

    private boolean isBoundary(int i) {
        int left = kinds[i - 1];
        int right = kinds[i];
        if (left == WordBreak.CR && right == WordBreak.LF) {
            return false;
        }
        if (isNewline(left) || isNewline(right)) {
            return true;
        }
        if (left == WordBreak.ZWJ && kindOfPicture(i) == PICTURE) {
            return false;
        }
        if (left == WordBreak.WSEGSPACE && right == WordBreak.WSEGSPACE) {
            return false;
        }
        return !isIgnored(right) && !joins(i, right);
    }

    /** Rules WB5 to WB16: marks and format characters count to what they follow (WB4). */
    private boolean joins(int i, int right) {
        int before = before(i);
        if (before < 0) {
            return false;
        }
        int left = kinds[before];
        if (left == WordBreak.HEBREW_LETTER && right == WordBreak.SINGLE_QUOTE) {
            return true;
        }
        if (isLetterOrNumber(left) && isLetterOrNumber(right)) {
            return true;
        }
        return joinsAround(i, before, left, right)
                || joinsOthers(left, right)
                || (right == WordBreak.REGIONAL_INDICATOR && flagsBefore(i) % 2 == 1);
    }

    /** Katakana and connectors such as the low line (WB13, WB13a, WB13b). */
    private static boolean joinsOthers(int left, int right) {
        if (right == WordBreak.EXTENDNUMLET) {
            return isLetterOrNumber(left) || left == WordBreak.KATAKANA || left == WordBreak.EXTENDNUMLET;
        }
        if (left == WordBreak.EXTENDNUMLET) {
            return isLetterOrNumber(right) || right == WordBreak.KATAKANA;
        }
        return left == WordBreak.KATAKANA && right == WordBreak.KATAKANA;
    }

    /** What joins over a mark between two letters or two numbers (WB6, WB7, WB7b, WB7c, WB11, WB12). */
    private boolean joinsAround(int i, int before, int left, int right) {
        int further = left == WordBreak.HEBREW_LETTER || isLetter(left) || left == WordBreak.NUMERIC ? i : before;
        int mark = further == i ? right : left;
        int outer = further == i ? left : kindBefore(before);
        int inner = further == i ? kindAfter(i) : right;
        if (isLetter(outer) && isLetter(inner)) {
            return isMidLetter(mark)
                    || (mark == WordBreak.DOUBLE_QUOTE
                            && outer == WordBreak.HEBREW_LETTER
                            && inner == WordBreak.HEBREW_LETTER);
        }
        return outer == WordBreak.NUMERIC && inner == WordBreak.NUMERIC && isMidNumber(mark);
    }

    /** The code point before {@code i} that is no mark or format character of another, or -1. */
    private int before(int i) {
        int before = i - 1;
        while (before > 0 && isIgnored(kinds[before]) && !isNewline(kinds[before - 1])) {
            before--;
        }
        return before;
    }

    private int kindBefore(int i) {
        return i == 0 || isNewline(kinds[i - 1]) ? WordBreak.OTHER : kinds[before(i)];
    }

    private int kindAfter(int i) {
        int after = i + 1;
        while (after < count && isIgnored(kinds[after])) {
            after++;
        }
        return after < count ? kinds[after] : WordBreak.OTHER;
    }

    private int flagsBefore(int i) {
        int flags = 0;
        int at = before(i);
        while (at >= 0 && kinds[at] == WordBreak.REGIONAL_INDICATOR) {
            flags++;
            at = at == 0 ? -1 : before(at);
        }
        return flags;
    }

    private int kindOfPicture(int i) {
        return UCharacter.hasBinaryProperty(text.codePointAt(starts[i]), UProperty.EXTENDED_PICTOGRAPHIC)
                ? PICTURE
                : kinds[i];
    }

    private static boolean isNewline(int kind) {
        return kind == WordBreak.CR || kind == WordBreak.LF || kind == WordBreak.NEWLINE;
    }

    private static boolean isIgnored(int kind) {
        return kind == WordBreak.EXTEND || kind == WordBreak.FORMAT || kind == WordBreak.ZWJ;
    }

    private static boolean isLetter(int kind) {
        return kind == WordBreak.ALETTER || kind == WordBreak.HEBREW_LETTER;
    }

    private static boolean isLetterOrNumber(int kind) {
        return isLetter(kind) || kind == WordBreak.NUMERIC;
    }

    private static boolean isMidLetter(int kind) {
        return kind == WordBreak.MIDLETTER || kind == WordBreak.MIDNUMLET || kind == WordBreak.SINGLE_QUOTE;
    }

    private static boolean isMidNumber(int kind) {
        return kind == WordBreak.MIDNUM || kind == WordBreak.MIDNUMLET || kind == WordBreak.SINGLE_QUOTE;
    }
}
