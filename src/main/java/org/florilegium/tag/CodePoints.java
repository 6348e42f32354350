package org.florilegium.tag;

/** What a code point is to the n-grams, and its lower case; looked up in tables for the basic plane. */
final class CodePoints {
    static final byte OTHER = 0;
    static final byte SPACE = 1;
    static final byte TOKEN = 2;
    static final byte IDEOGRAPH = 3;

    private static final int BASIC = 0x10000;
    private static final byte[] KINDS = new byte[BASIC];
    private static final char[] LOWER = new char[BASIC];

    static {
        for (int codePoint = 0; codePoint < BASIC; codePoint++) {
            KINDS[codePoint] = kindOf(codePoint);
            LOWER[codePoint] = (char) Character.toLowerCase(codePoint);
        }
    }

    private CodePoints() {}

    /** {@link #SPACE}, {@link #TOKEN} (a letter, digit or mark), {@link #IDEOGRAPH} or {@link #OTHER}. */
    static byte kind(int codePoint) {
        return codePoint < BASIC ? KINDS[codePoint] : kindOf(codePoint);
    }

    /** The simple lower case of {@code codePoint}. */
    static int lower(int codePoint) {
        return codePoint < BASIC ? LOWER[codePoint] : Character.toLowerCase(codePoint);
    }

    private static byte kindOf(int codePoint) {
        if (Character.isSpaceChar(codePoint) || Character.getType(codePoint) == Character.CONTROL) {
            return SPACE;
        }
        return isIdeograph(codePoint) ? IDEOGRAPH : isToken(codePoint) ? TOKEN : OTHER;
    }

    private static boolean isToken(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isIdeograph(int codePoint) {
        return (codePoint >= 0x3400 && codePoint <= 0x4DBF)
                || (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFF);
    }
}
