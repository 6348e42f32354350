package org.florilegium.curate;

/**
 * Closes a text up where stretches were taken out of it: of the white space before, between and after them the run with
 * most line ends stays, at the ends of the text none.
 */
final class CloseGaps {
    private final int[] points;
    private final boolean[] gone;

    private CloseGaps(int[] points, boolean[] gone) {
        this.points = points;
        this.gone = gone;
    }

    /** Marks in {@code gone} the white space that goes too. */
    static void in(int[] points, boolean[] gone) {
        new CloseGaps(points, gone).close();
    }

    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private void close() {
        int start = 0;
        while (start < points.length) {
            int end = start;
            boolean cut = false;
            while (end < points.length && (gone[end] || isSpace(points[end]))) {
                cut |= gone[end];
                end++;
            }
            if (cut) {
                close(start, end);
            }
            start = end + 1;
        }
    }

    /** Closes one gap, in which there is nothing visible that stays. */
    private void close(int start, int end) {
        int bestStart = start;
        int bestEnd = start;
        int most = -1;
        for (int i = start; i < end && start > 0 && end < points.length; i++) {
            int from = i;
            int lineEnds = 0;
            for (; i < end && !gone[i]; i++) {
                lineEnds += points[i] == '\n' ? 1 : 0;
            }
            if (i > from && lineEnds > most) {
                most = lineEnds;
                bestStart = from;
                bestEnd = i;
            }
        }
        for (int i = start; i < end; i++) {
            gone[i] = i < bestStart || i >= bestEnd;
        }
    }
}
