package org.florilegium.filter.redact;

/** Words that look drawn by lot: letters and digits mixed, with more entropy than words of a language have. */
final class RandomWord {
    private static final int SHORTEST = 16;
    private static final int FEWEST_DIGITS = 2;
    private static final int FEWEST_LETTERS = 3;
    /** Sixteen different characters have 4 bits each; a hexadecimal word has 3.2 to 4, a word of English 2.5 to 3. */
    private static final double LEAST_BITS = 3.1;

    private RandomWord() {}

    /** Where the word around {@code at} begins, if {@code +} and {@code /} of Base64 are counted in. */
    static int start(String text, int at) {
        int start = at;
        while (start > 0 && isPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where the word around {@code at} ends, the padding of Base64 included. */
    static int end(String text, int at) {
        int end = at;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '+'
                || c == '/';
    }

    /** Whether the characters from {@code start} to {@code end} look drawn by lot. */
    static boolean isRandom(String text, int start, int end) {
        int length = end - start;
        if (length < SHORTEST) {
            return false;
        }
        int[] counts = new int[128];
        int digits = 0;
        int letters = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            counts[c]++;
            digits += c >= '0' && c <= '9' ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return digits >= FEWEST_DIGITS && letters >= FEWEST_LETTERS && bits(counts, length) >= LEAST_BITS;
    }

    /** Shannon entropy in bits a character. */
    private static double bits(int[] counts, int length) {
        double sum = 0;
        for (int count : counts) {
            if (count > 0) {
                sum -= count * Math.log((double) count / length);
            }
        }
        return sum / length / Math.log(2);
    }
}
