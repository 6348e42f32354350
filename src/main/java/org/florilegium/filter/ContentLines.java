package org.florilegium.filter;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The lines of a text between line feeds that hold more than white space, as FineWeb's rules count them. */
final class ContentLines {
    /** The lines of a text. */
    static final Aspect<ContentLines> OF = text -> new ContentLines(text.text());

    private final String text;
    private int count;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private final int lineFeeds;

    private ContentLines(String text) {
        this.text = text;
        int feeds = 0;
        int start = 0;
        for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', start)) {
            add(start, feed);
            feeds++;
            start = feed + 1;
        }
        add(start, text.length());
        lineFeeds = feeds;
    }

    private void add(int start, int end) {
        int i = start;
        while (i < end && Words.isSpace(text.charAt(i))) {
            i++;
        }
        if (i == end) {
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    int count() {
        return count;
    }

    /** Line feeds in the text. */
    int lineFeeds() {
        return lineFeeds;
    }

    /** Lines whose last code point is one of {@code marks}; white space at the end counts as such. */
    int endingIn(CodePoints marks) {
        int ending = 0;
        for (int i = 0; i < count; i++) {
            if (marks.has(text.codePointBefore(ends[i]))) {
                ending++;
            }
        }
        return ending;
    }

    /** Lines of at most {@code codePoints}. */
    int upTo(double codePoints) {
        int lines = 0;
        for (int i = 0; i < count; i++) {
            int units = ends[i] - starts[i];
            if (units <= codePoints
                    || (units <= 2 * codePoints && text.codePointCount(starts[i], ends[i]) <= codePoints)) {
                lines++;
            }
        }
        return lines;
    }

    /** Code points in lines that are equal to an earlier one. */
    int repeatedCodePoints() {
        Set<String> seen = new HashSet<>();
        int repeated = 0;
        for (int i = 0; i < count; i++) {
            if (!seen.add(text.substring(starts[i], ends[i]))) {
                repeated += text.codePointCount(starts[i], ends[i]);
            }
        }
        return repeated;
    }
}
