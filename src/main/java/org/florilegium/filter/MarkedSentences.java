package org.florilegium.filter;

/** Sentences that end with {@code .}, {@code !} or {@code ?} before white space. */
final class MarkedSentences {
    private MarkedSentences() {}

    /** How many there are; what follows the last mark is one more, even white space alone at the start. */
    static int count(String text) {
        int sentences = 0;
        int i = 0;
        while (i < text.length()) {
            i = end(text, i);
            sentences++;
        }
        // datatrove's parts: a split without any sentence still is one part, the empty text
        return Math.max(1, sentences);
    }

    /** Where the sentence that starts at {@code start} ends, the white space behind it included; it has a character. */
    private static int end(String text, int start) {
        int i = start + Character.charCount(text.codePointAt(start));
        while (i < text.length()) {
            boolean marked = isMark(text.charAt(i));
            i++;
            if (marked && (i == text.length() || Words.isSpace(text.charAt(i)))) {
                break;
            }
        }
        while (i < text.length() && Words.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '!' || c == '?';
    }
}
