package org.florilegium.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the words of a text end, as ICU's root word rules (Unicode Annex 29) do.
 *
 * <p>Stretches of ASCII, which hold few classes of characters, are walked by hand, ten times as fast; all else goes to
 * ICU. They part behind spaces and line feeds, where no rule joins a word to what came before.
 */
final class WordEnds {
    /** A stretch of ASCII shorter than this stays with the text around it: handing text to ICU costs as much. */
    private static final int LEAST_ASCII = 48;

    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte LINE = 3;
    private static final byte[] KINDS = new byte[0x80];

    static {
        Arrays.fill(KINDS, 'A', 'Z' + 1, LETTER);
        Arrays.fill(KINDS, 'a', 'z' + 1, LETTER);
        Arrays.fill(KINDS, '0', '9' + 1, DIGIT);
        KINDS['_'] = LINE;
    }

    private final String text;
    private int nextForeign = -1;
    private int[] ends;
    private int count;
    private @Nullable BreakIterator icu;

    WordEnds(String text) {
        this.text = text;
        this.ends = new int[Math.max(16, text.length() / 6)];
        int at = 0;
        while (at < text.length()) {
            int foreign = foreignFrom(at);
            if (foreign == text.length()) {
                walk(at, foreign);
                return;
            }
            int ascii = Math.max(at, text.lastIndexOf(' ', foreign) + 1);
            ascii = Math.max(ascii, text.lastIndexOf('\n', foreign) + 1);
            walk(at, ascii);
            at = foreignEnd(foreign);
            breakUp(ascii, at);
        }
    }

    int[] ends() {
        return ends;
    }

    int count() {
        return count;
    }

    /** The first place from {@code from} on that is not ASCII, or the end. */
    private int foreignFrom(int from) {
        if (nextForeign < from) {
            int i = from;
            while (i < text.length() && text.charAt(i) < 0x80) {
                i++;
            }
            nextForeign = i;
        }
        return nextForeign;
    }

    /** Where a long stretch of ASCII begins again behind {@code foreign}, after a space or line feed. */
    private int foreignEnd(int foreign) {
        int i = foreign;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if ((c == ' ' || c == '\n') && foreignFrom(i) - i >= Math.min(LEAST_ASCII, text.length() - i)) {
                return i;
            }
        }
        return i;
    }

    private void breakUp(int start, int end) {
        BreakIterator breaks = icu;
        if (breaks == null) {
            breaks = BreakIterator.getWordInstance(ULocale.ROOT);
            icu = breaks;
        }
        breaks.setText(text.substring(start, end));
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                add(start + at);
            }
        }
    }

    private void walk(int start, int end) {
        int i = start;
        while (i < end) {
            int kind = KINDS[text.charAt(i)];
            if (kind == 0) {
                i++;
                continue;
            }
            int first = i;
            i = wordEnd(first + 1, end);
            if (kind != LINE || i > first + 1) { // a low line alone is no word, two are one
                add(i);
            }
        }
    }

    private int wordEnd(int from, int end) {
        int i = from;
        while (i < end) {
            char c = text.charAt(i);
            if (KINDS[c] != 0) {
                i++;
            } else if (i + 1 < end && joins(KINDS[text.charAt(i - 1)], c, KINDS[text.charAt(i + 1)])) {
                i += 2;
            } else {
                break;
            }
        }
        return i;
    }

    private static boolean joins(byte before, char c, byte after) {
        return before == after
                && switch (c) {
                    case '.', '\'' -> before == LETTER || before == DIGIT;
                    case ',', ';' -> before == DIGIT;
                    case ':' -> before == LETTER;
                    default -> false;
                };
    }

    private void add(int end) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[count++] = end;
    }
}
