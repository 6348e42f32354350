package org.florilegium.filter;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;

/**
 * What a text is made of, in code points and without regard to its script.
 *
 * @param visible code points other than white space and format characters
 * @param letters letters, their marks, letter-like numbers, Braille and SignWriting
 * @param broken replacement characters, controls other than white space, private use, unassigned, lone surrogates
 * @param commonest occurrences of the commonest visible code point
 */
record CharacterCounts(int visible, int letters, int broken, int commonest) {
    private static final int LETTER_TYPES = mask(
            UCharacterCategory.UPPERCASE_LETTER,
            UCharacterCategory.LOWERCASE_LETTER,
            UCharacterCategory.TITLECASE_LETTER,
            UCharacterCategory.MODIFIER_LETTER,
            UCharacterCategory.OTHER_LETTER,
            UCharacterCategory.NON_SPACING_MARK,
            UCharacterCategory.ENCLOSING_MARK,
            UCharacterCategory.COMBINING_SPACING_MARK,
            UCharacterCategory.LETTER_NUMBER);
    private static final int BROKEN_TYPES = mask(
            UCharacterCategory.UNASSIGNED,
            UCharacterCategory.PRIVATE_USE,
            UCharacterCategory.SURROGATE,
            UCharacterCategory.CONTROL);
    private static final int REPLACEMENT = 0xFFFD;

    static CharacterCounts of(String text) {
        Tally tally = new Tally();
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            tally.add(codePoint);
            i += Character.charCount(codePoint);
        }
        return new CharacterCounts(tally.visible, tally.letters, tally.broken, tally.commonest);
    }

    private static int mask(int... types) {
        int mask = 0;
        for (int type : types) {
            mask |= 1 << type;
        }
        return mask;
    }

    private static boolean isWrittenInSymbols(int codePoint) {
        boolean braille = codePoint >= 0x2800 && codePoint <= 0x28FF;
        boolean signWriting = codePoint >= 0x1D800 && codePoint <= 0x1DAAF;
        return braille || signWriting;
    }

    private static final class Tally {
        private final int[][] blocks = new int[(Character.MAX_CODE_POINT >> 8) + 1][];
        private int visible;
        private int letters;
        private int broken;
        private int commonest;

        void add(int codePoint) {
            if (codePoint < 0x10000 && Words.isSpace((char) codePoint)) {
                return;
            }
            int type = 1 << UCharacter.getType(codePoint);
            if ((type & BROKEN_TYPES) != 0 || codePoint == REPLACEMENT) {
                broken++;
            } else if (type == 1 << UCharacterCategory.FORMAT) {
                return;
            }
            visible++;
            if ((type & LETTER_TYPES) != 0 || isWrittenInSymbols(codePoint)) {
                letters++;
            }
            count(codePoint);
        }

        private void count(int codePoint) {
            int[] block = blocks[codePoint >> 8];
            if (block == null) {
                block = new int[0x100];
                blocks[codePoint >> 8] = block;
            }
            int count = ++block[codePoint & 0xFF];
            commonest = Math.max(commonest, count);
        }
    }
}
