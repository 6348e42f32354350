package org.florilegium.filter.redact;

/**
 * A text with the places where numbers and long words begin, so that no finder has to read it through again.
 *
 * <p>One pass over the characters; most prose has so few of these places that the finders cost next to nothing.
 */
final class MarkedText {
    /** Characters from which a word of ASCII letters, digits, hyphens and underscores counts as long. */
    static final int LONG_WORD = 16;

    /** From Thai on, scripts set no space between words, or hang particles on numbers; their letters bound a number. */
    private static final char FIRST_UNSPACED = '\u0E00';

    private static final byte DIGIT = 1;
    private static final byte LETTER = 2;
    private static final byte[] CLASSES = classes();

    private final String text;
    private final String language;
    private final Places numbers = new Places();
    private final Places longWords = new Places();

    /** Marks {@code text}; {@code language} is a BCP-47 tag, {@code und} for none. */
    MarkedText(String text, String language) {
        this.text = text;
        this.language = language;
        mark();
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        for (char c = 0; c < 128; c++) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
            classes[c] = c >= '0' && c <= '9' ? DIGIT : letter ? LETTER : 0;
        }
        return classes;
    }

    private void mark() {
        boolean inNumber = false;
        int word = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            byte kind = c < 128 ? CLASSES[c] : Character.isDigit(c) ? DIGIT : 0;
            if (kind == DIGIT) {
                if (!inNumber) {
                    numbers.add(i);
                }
                inNumber = true;
            } else {
                inNumber = false;
                if (kind == 0) {
                    markLong(word, i);
                    word = i + 1;
                }
            }
        }
        markLong(word, length);
    }

    private void markLong(int start, int end) {
        if (end - start >= LONG_WORD) {
            longWords.add(start);
        }
    }

    String text() {
        return text;
    }

    String language() {
        return language;
    }

    /** Where each run of decimal digits of any script begins. */
    Places numbers() {
        return numbers;
    }

    /** Where each long word begins, see {@link #LONG_WORD}; digits of other scripts count as letters of it. */
    Places longWords() {
        return longWords;
    }

    /** What stands in front of {@code start}, {@code length} UTF-16 units at most. */
    String before(int start, int length) {
        return text.substring(Math.max(0, start - length), start);
    }

    /** What stands behind {@code end}, {@code length} UTF-16 units at most. */
    String behind(int end, int length) {
        return text.substring(end, Math.min(text.length(), end + length));
    }

    /** Whether neither a word nor a longer number goes on beyond the bounds. */
    boolean standsAlone(int start, int end) {
        return !continues(start - 1, -1) && !continues(end, 1);
    }

    private boolean continues(int at, int direction) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        int beyond = at + direction;
        boolean joins = c == '.' || c == ',' || c == '-' || c == '/' || c == ':' || c == '\u2013';
        return isWord(c) || (joins && beyond >= 0 && beyond < text.length() && Character.isDigit(text.charAt(beyond)));
    }

    /** Whether a number cannot end beside {@code c}. */
    static boolean isWord(char c) {
        return c == '_' || (c < FIRST_UNSPACED ? Character.isLetterOrDigit(c) : Character.isDigit(c));
    }
}
