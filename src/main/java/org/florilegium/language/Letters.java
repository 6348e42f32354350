package org.florilegium.language;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as the language model reads it: lower-case letters and marks, one kind of apostrophe, and a single space for all
 * else.
 */
final class Letters {
    private static final char SPACE = ' ';
    private static final char DROPPED = 0xFFFF;
    private static final char[] READ = table();

    private Letters() {}

    /** The letters of {@code text} between single spaces, one at each end. */
    static char[] of(String text) {
        String composed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        char[] letters = new char[composed.length() + 2];
        letters[0] = SPACE;
        int size = 1;
        for (int i = 0; i < composed.length(); i++) {
            char read = READ[composed.charAt(i)];
            if (read != DROPPED && (read != SPACE || letters[size - 1] != SPACE)) {
                letters[size++] = read;
            }
        }
        if (letters[size - 1] != SPACE) {
            letters[size++] = SPACE;
        }
        return Arrays.copyOf(letters, size);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static char[] table() {
        char[] table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            table[c] = read(c);
        }
        return table;
    }

    private static char read(int c) {
        return switch (c) {
            case 0x200C, 0x200D, 0xAD -> DROPPED;
            case '\'', 0x2018, 0x2019, 0x2BC -> '\'';
            default -> Character.isLetter(c) || isMark(c) ? (char) Character.toLowerCase(c) : SPACE;
        };
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
