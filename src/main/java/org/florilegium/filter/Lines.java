package org.florilegium.filter;

/** Where lines end and what white space is at their ends, as Python's {@code splitlines} and {@code strip} say. */
final class Lines {
    private Lines() {}

    /** Where the line that starts at {@code start} ends, before its line break. */
    static int end(String text, int start) {
        int end = start;
        while (end < text.length() && !endsLine(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the line after the break at {@code end} starts, or the end of the text. */
    static int next(String text, int end) {
        return Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
    }

    /** {@code text} without the white space at both ends. */
    static String strip(String text) {
        return strip(text, 0, text.length());
    }

    /** {@code text} from {@code from} to {@code to} without the white space at both ends. */
    static String strip(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Words.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && Words.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean endsLine(char c) {
        return c < 0x20
                ? (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E)
                : c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
