package org.florilegium.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines or paragraphs as DCLM has them, without the white space at their ends and without empty ones; every copy of a
 * repeated one counts, the first too.
 *
 * @param count all of them
 * @param codePoints their length in code points
 * @param bullets those that begin with a bullet, an asterisk or a hyphen
 * @param ellipses those that end with an ellipsis
 * @param repeated those that occur more than once
 * @param repeatedCodePoints their length in code points
 */
record DclmSegments(int count, long codePoints, int bullets, int ellipses, int repeated, long repeatedCodePoints) {
    private static final List<String> BULLETS = List.of("●", "•", "*", "-");
    private static final List<String> ELLIPSES = List.of("...", ". . .", "…");

    /** Between single line feeds. */
    static final Aspect<DclmSegments> LINES = text -> of(text.text(), "\n");

    /** Between pairs of line feeds. */
    static final Aspect<DclmSegments> PARAGRAPHS = text -> of(text.text(), "\n\n");

    private static DclmSegments of(String text, String end) {
        Map<String, Integer> counts = new HashMap<>();
        int start = 0;
        while (start <= text.length()) {
            int next = text.indexOf(end, start);
            String segment = Lines.strip(text.substring(start, next < 0 ? text.length() : next));
            if (!segment.isEmpty()) {
                counts.merge(segment, 1, Integer::sum);
            }
            start = next < 0 ? text.length() + 1 : next + end.length();
        }
        return sum(counts);
    }

    private static DclmSegments sum(Map<String, Integer> counts) {
        int count = 0;
        long codePoints = 0;
        int bullets = 0;
        int ellipses = 0;
        int repeated = 0;
        long repeatedCodePoints = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            String segment = entry.getKey();
            int copies = entry.getValue();
            long length = (long) copies * segment.codePointCount(0, segment.length());
            count += copies;
            codePoints += length;
            bullets += BULLETS.stream().anyMatch(segment::startsWith) ? copies : 0;
            ellipses += ELLIPSES.stream().anyMatch(segment::endsWith) ? copies : 0;
            if (copies > 1) {
                repeated += copies;
                repeatedCodePoints += length;
            }
        }
        return new DclmSegments(count, codePoints, bullets, ellipses, repeated, repeatedCodePoints);
    }
}
