package org.florilegium.extract;

import java.util.List;

/**
 * A line of a page.
 *
 * @param page number of the page, from 1
 * @param text the line in reading order
 * @param start where it starts, in points from the side of the page on which lines of its script start
 * @param end where it ends, in points from the same side, more than {@code start}
 * @param y distance of its base line from the top of the page, in points
 * @param size size of most of its letters, in points
 * @param height height of the page, in points
 * @param gaps places where words are much further apart than a space
 */
record PdfLine(int page, String text, double start, double end, double y, double size, double height, List<Gap> gaps) {

    /**
     * Room between two words of a line.
     *
     * @param at index in the text of the first letter behind it
     * @param from where it starts, in points
     * @param to where it ends, in points
     */
    record Gap(int at, double from, double to) {}

    PdfLine {
        gaps = List.copyOf(gaps);
    }

    /** Whether both are set in about the same size. */
    boolean looksLike(PdfLine other) {
        return Math.abs(size - other.size) <= 0.08 * Math.max(size, other.size);
    }

    /** Whether they stand above each other in at least half of the shorter one. */
    boolean isAboveOrBelow(PdfLine other) {
        double common = Math.min(end, other.end) - Math.max(start, other.start);
        return common >= 0.5 * Math.min(end - start, other.end - other.start);
    }

    /** Width of its first word, estimated. */
    double firstWord() {
        int space = text.indexOf(' ');
        return (end - start) * (space < 0 ? text.length() : space) / Math.max(1, text.length());
    }

    /** The text before (or behind) the gap, as a line of its own. */
    PdfLine part(Gap gap, boolean before) {
        return before
                ? new PdfLine(page, text.substring(0, gap.at()).strip(), start, gap.from(), y, size, height, List.of())
                : new PdfLine(page, text.substring(gap.at()).strip(), gap.to(), end, y, size, height, List.of());
    }
}
