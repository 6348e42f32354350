package org.florilegium.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Joins the lines of a document to paragraphs: within a column by spacing, indent and room left in a line, over columns and
 * pages where a sentence goes on. Small print at the foot of a page comes after the paragraph it interrupts.
 */
final class PdfParagraphs {
    private static final double INDENT = 0.8; // times the size of the letters
    private static final double SMALL_PRINT = 0.93; // of the size of the text
    private static final double ROOM = 0.35; // times the size: the space before a word that would still have fitted in
    private static final Pattern ENTRY =
            Pattern.compile("(?:[\u2022\u25CF\u25AA\u25E6\u2023*\u2013-]|\\(?(?:\\p{N}{1,3}|[a-z])[.)])\\s.*");
    private static final Pattern ENDS =
            Pattern.compile(".*[.!?:;\u2026\u3002\uFF01\uFF1F\u0964\u0965\u06D4\u061F\u0589\u1362]"
                    + "[\"'\u201C\u201D\u2019\u00BB\u00AB)\\]\u300D\u300F\\d]*");

    private final List<PdfParagraph> paragraphs = new ArrayList<>();
    private final Hyphens hyphens;
    private final PdfSpacing spacing;
    private final double textSize;

    private PdfParagraphs(List<PdfLine> lines) {
        this.hyphens = new Hyphens(lines.stream().map(PdfLine::text).toList());
        this.spacing = new PdfSpacing(lines);
        this.textSize = textSize(lines);
    }

    /** Paragraphs of {@code lines}, apart by blank lines; lines that do not run on stay lines. */
    static String join(List<PdfLine> lines) {
        PdfParagraphs text = new PdfParagraphs(lines);
        for (int from = 0; from < lines.size(); ) {
            int to = from + 1;
            while (to < lines.size() && text.spacing.inOneBlock(lines.get(to - 1), lines.get(to))) {
                to++;
            }
            text.block(lines.subList(from, to));
            from = to;
        }
        text.joinOverBreaks();
        return String.join(
                "\n\n", text.paragraphs.stream().map(PdfParagraph::text).toList());
    }

    private void block(List<PdfLine> block) {
        double right = block.stream().mapToDouble(PdfLine::end).max().orElse(0);
        double left = usualStart(block);
        PdfParagraph open = new PdfParagraph(block.get(0), right, left);
        for (int i = 1; i < block.size(); i++) {
            PdfLine previous = block.get(i - 1);
            PdfLine line = block.get(i);
            if (isEntry(line)
                    || (!runsOn(previous, line, right)
                            && !ENDS.matcher(previous.text()).matches())) {
                open.addLine(line);
            } else if (!runsOn(previous, line, right) || isIndented(line, left)) {
                paragraphs.add(open);
                open = new PdfParagraph(line, right, left);
            } else {
                open.join(line, hyphens);
            }
        }
        paragraphs.add(open);
    }

    private static boolean isEntry(PdfLine line) {
        return ENTRY.matcher(line.text()).matches();
    }

    /** Whether the line is as full as it can be: the first word of the next one would not have fitted in. */
    private static boolean runsOn(PdfLine line, PdfLine next, double right) {
        return Hyphens.endsInHyphen(line.text())
                || line.end() + next.firstWord() + ROOM * line.size() > right - 0.02 * (right - line.start());
    }

    private static boolean isIndented(PdfLine line, double left) {
        return Math.abs(line.start() - left) > INDENT * line.size() && line.start() - left < 6 * line.size();
    }

    /** Where most lines of a block start. */
    private static double usualStart(List<PdfLine> block) {
        Map<Long, Integer> starts = new HashMap<>();
        double best = block.get(block.size() - 1).start();
        int most = 0;
        for (PdfLine line : block) {
            int many = starts.merge(Math.round(line.start() / 2), 1, Integer::sum);
            if (many > most || (many == most && line.start() < best)) {
                most = many;
                best = line.start();
            }
        }
        return best;
    }

    private void joinOverBreaks() {
        for (int i = 0; i < paragraphs.size(); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            int next = i + 1;
            while (next < paragraphs.size() && paragraph.isBroken()) {
                PdfParagraph following = paragraphs.get(next);
                if (paragraph.goesOnIn(following)) {
                    paragraph.join(following, hyphens);
                    paragraphs.remove(next);
                    next = i + 1;
                } else if (isSmallPrint(following) && !isSmallPrint(paragraph) && next < i + 12) {
                    next++;
                } else {
                    break;
                }
            }
        }
    }

    private boolean isSmallPrint(PdfParagraph paragraph) {
        return paragraph.first().size() < SMALL_PRINT * textSize;
    }

    /** Size in which most letters are set. */
    private static double textSize(List<PdfLine> lines) {
        Map<Long, Integer> letters = new HashMap<>();
        long best = 0;
        for (PdfLine line : lines) {
            long size = Math.round(2 * line.size());
            int many = letters.merge(size, line.text().length(), Integer::sum);
            if (many > letters.getOrDefault(best, 0) || best == 0) {
                best = size;
            }
        }
        return best / 2.0;
    }

    static boolean endsSentence(String line) {
        return ENDS.matcher(line).matches();
    }

    static boolean startsEntry(PdfLine line) {
        return isEntry(line);
    }
}
