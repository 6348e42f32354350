package org.florilegium.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts columns one below the other that were written across both, row by row: where most lines of a page, and many of them,
 * have a wide gap at the same place and running text on both sides of it. A table has shorter cells and stays in rows.
 */
final class PdfColumns {
    private static final int FEWEST_LINES = 8;
    private static final double MOST = 0.6;
    private static final int RUNNING_TEXT = 22; // characters on either side, on average
    private static final int PLACES = 100;

    private PdfColumns() {}

    /** {@code lines} in reading order. */
    static List<PdfLine> inOrder(List<PdfLine> lines) {
        List<PdfLine> ordered = new ArrayList<>(lines.size());
        for (int from = 0; from < lines.size(); ) {
            int to = from;
            while (to < lines.size() && lines.get(to).page() == lines.get(from).page()) {
                to++;
            }
            page(lines.subList(from, to), ordered);
            from = to;
        }
        return ordered;
    }

    private static void page(List<PdfLine> page, List<PdfLine> ordered) {
        double gutter = gutter(page);
        List<PdfLine> second = new ArrayList<>();
        for (PdfLine line : page) {
            Optional<PdfLine.Gap> gap = gapAt(line, gutter);
            if (gap.isPresent()) {
                ordered.add(line.part(gap.get(), true));
                second.add(line.part(gap.get(), false));
            } else if (line.start() > gutter && !second.isEmpty()) {
                second.add(line);
            } else {
                if (line.end() > gutter) {
                    ordered.addAll(second);
                    second.clear();
                }
                ordered.add(line);
            }
        }
        ordered.addAll(second);
    }

    /** Where the gap between two columns is, infinite where there is none. */
    private static double gutter(List<PdfLine> page) {
        double width = page.stream().mapToDouble(PdfLine::end).max().orElse(0);
        int[] covering = new int[PLACES];
        for (PdfLine line : page) {
            for (PdfLine.Gap gap : line.gaps()) {
                int last = (int) Math.min(PLACES - 1.0, gap.to() / width * PLACES);
                for (int i = (int) Math.max(0, Math.ceil(gap.from() / width * PLACES)); i <= last; i++) {
                    covering[i]++;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < PLACES; i++) {
            best = covering[i] > covering[best] ? i : best;
        }
        double place = best * width / PLACES;
        return isGutter(page, place) ? place : Double.POSITIVE_INFINITY;
    }

    private static boolean isGutter(List<PdfLine> page, double place) {
        int across = 0;
        int parted = 0;
        long before = 0;
        long behind = 0;
        for (PdfLine line : page) {
            across += line.start() < place && line.end() > place ? 1 : 0;
            Optional<PdfLine.Gap> gap = gapAt(line, place);
            if (gap.isPresent()) {
                parted++;
                before += gap.get().at();
                behind += line.text().length() - gap.get().at();
            }
        }
        return parted >= FEWEST_LINES
                && parted >= MOST * across
                && Math.min(before, behind) >= (long) RUNNING_TEXT * parted;
    }

    private static Optional<PdfLine.Gap> gapAt(PdfLine line, double place) {
        return line.gaps().stream()
                .filter(gap -> gap.from() <= place && gap.to() >= place)
                .findFirst();
    }
}
