package org.florilegium.filter;

import java.util.HashMap;
import java.util.Map;

/**
 * What dolma's Gopher tagger counts in lines; every copy of a repeated line counts, the first too.
 *
 * @param lines all lines
 * @param bullets lines whose first character is {@code *} or {@code -}
 * @param ellipses lines whose last character is the ellipsis character
 * @param repeated lines that occur more than once
 * @param repeatedCodePoints their length in code points
 */
record DolmaLineCounts(int lines, int bullets, int ellipses, int repeated, long repeatedCodePoints) {

    /** Lines between single line feeds, as {@code gopher_v1} has them: an empty line is a line. */
    static final Aspect<DolmaLineCounts> SINGLE = text -> of(text.text(), false);

    /** Lines between runs of line feeds, as {@code gopher_v2} has them. */
    static final Aspect<DolmaLineCounts> RUNS = text -> of(text.text(), true);

    private static DolmaLineCounts of(String text, boolean runs) {
        Map<String, Integer> counts = new HashMap<>();
        int lines = 0;
        int bullets = 0;
        int ellipses = 0;
        int start = 0;
        while (start <= text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            lines++;
            bullets += end > start && (text.charAt(start) == '*' || text.charAt(start) == '-') ? 1 : 0;
            ellipses += end > start && text.charAt(end - 1) == '…' ? 1 : 0;
            counts.merge(text.substring(start, end), 1, Integer::sum);
            start = end + 1;
            while (runs && start < text.length() && text.charAt(start) == '\n') {
                start++;
            }
        }
        return withRepeats(lines, bullets, ellipses, counts);
    }

    private static DolmaLineCounts withRepeats(int lines, int bullets, int ellipses, Map<String, Integer> counts) {
        int repeated = 0;
        long repeatedCodePoints = 0;
        for (Map.Entry<String, Integer> line : counts.entrySet()) {
            if (line.getValue() > 1) {
                repeated += line.getValue();
                repeatedCodePoints += (long) line.getValue()
                        * line.getKey().codePointCount(0, line.getKey().length());
            }
        }
        return new DolmaLineCounts(lines, bullets, ellipses, repeated, repeatedCodePoints);
    }
}
