package org.florilegium.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far apart lines of each size usually are in a document, and so which of them stand in one block. */
final class PdfSpacing {
    private static final double WIDEST = 3.2; // times the size of the letters
    private static final double USUAL = 1.45; // where too few lines tell
    private static final double MORE = 1.2; // times the usual distance
    private static final int ENOUGH = 5;

    private final Map<Long, Double> usual = new HashMap<>();

    PdfSpacing(List<PdfLine> lines) {
        Map<Long, List<Double>> distances = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            double distance = line.y() - lines.get(i - 1).y();
            if (follows(lines.get(i - 1), line) && distance < WIDEST * line.size()) {
                distances
                        .computeIfAbsent(Math.round(2 * line.size()), size -> new ArrayList<>())
                        .add(distance);
            }
        }
        distances.forEach((size, all) -> {
            if (all.size() >= ENOUGH) {
                all.sort(null);
                usual.put(size, all.get(all.size() / 2));
            }
        });
    }

    /** Whether {@code line} is the next line of the block in which {@code previous} stands. */
    boolean inOneBlock(PdfLine previous, PdfLine line) {
        double distance = usual.getOrDefault(Math.round(2 * line.size()), USUAL * line.size());
        return follows(previous, line) && line.y() - previous.y() <= MORE * distance + 0.5;
    }

    private static boolean follows(PdfLine previous, PdfLine line) {
        return previous.page() == line.page()
                && line.y() > previous.y() + 0.3 * line.size()
                && previous.looksLike(line)
                && previous.isAboveOrBelow(line);
    }
}
