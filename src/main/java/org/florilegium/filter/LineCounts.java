package org.florilegium.filter;

/**
 * What Gopher's quality rules count in lines and symbols; lines end where Python's {@code str.splitlines()} ends them.
 *
 * @param lines all lines
 * @param bullets lines that begin with a bullet or a hyphen, after white space
 * @param ellipses lines that end with an ellipsis, before white space
 * @param hashMarks occurrences of {@code #} in the text
 * @param ellipsisMarks occurrences of three dots or of the ellipsis character in the text
 */
record LineCounts(int lines, int bullets, int ellipses, int hashMarks, int ellipsisMarks) {

    static LineCounts of(String text) {
        int lines = 0;
        int bullets = 0;
        int ellipses = 0;
        int start = 0;
        while (start < text.length()) {
            int end = Lines.end(text, start);
            lines++;
            bullets += startsWithBullet(text, start, end) ? 1 : 0;
            ellipses += endsWithEllipsis(text, start, end) ? 1 : 0;
            start = Lines.next(text, end);
        }
        return new LineCounts(lines, bullets, ellipses, count(text, "#"), count(text, "...") + count(text, "…"));
    }

    private static boolean startsWithBullet(String text, int start, int end) {
        int i = start;
        while (i < end && Words.isSpace(text.charAt(i))) {
            i++;
        }
        return i < end && (text.charAt(i) == '•' || text.charAt(i) == '-');
    }

    private static boolean endsWithEllipsis(String text, int start, int end) {
        int i = end;
        while (i > start && Words.isSpace(text.charAt(i - 1))) {
            i--;
        }
        return i > start && (text.charAt(i - 1) == '…' || (i - start >= 3 && text.startsWith("...", i - 3)));
    }

    private static int count(String text, String mark) {
        int count = 0;
        for (int i = text.indexOf(mark); i >= 0; i = text.indexOf(mark, i + mark.length())) {
            count++;
        }
        return count;
    }
}
