package org.florilegium.extract;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterDirection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the lines of a PDF in the order in which they were written into it, which is the order of columns in most. */
final class PdfLines extends PDFTextStripper {
    private static final double WIDE = 1.2; // times the size of the letters

    private final List<PdfLine> lines = new ArrayList<>();
    private final List<PdfLine.Gap> gaps = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private double[] sizes = new double[64];
    private int letters;
    private int characters;
    private double left;
    private double right;
    private double lastEnd;
    private double y;
    private double width;
    private double height;

    private PdfLines(int limit) {
        this.limit = limit;
    }

    /**
     * All lines that are not blank.
     *
     * @param limit characters in all of them
     * @throws IOException with {@link XhtmlText.TooLongException} as its cause where there are more
     */
    static List<PdfLine> read(PDDocument document, int limit) throws IOException {
        PdfLines reader = new PdfLines(limit);
        reader.setSuppressDuplicateOverlappingText(true);
        reader.writeText(document, Writer.nullWriter());
        return reader.lines;
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) throws IOException {
        for (TextPosition position : positions) {
            take(position);
        }
        characters += word.length();
        if (characters > limit) {
            throw new IOException(new XhtmlText.TooLongException());
        }
        if (!positions.isEmpty()) {
            TextPosition first = positions.get(0);
            double gap = first.getXDirAdj() - lastEnd;
            if (text.length() > 0 && gap > WIDE * first.getFontSizeInPt()) {
                gaps.add(new PdfLine.Gap(text.length(), lastEnd, first.getXDirAdj()));
            }
            TextPosition last = positions.get(positions.size() - 1);
            lastEnd = last.getXDirAdj() + last.getWidthDirAdj();
        }
        text.append(word);
    }

    private void take(TextPosition position) {
        if (letters == 0) {
            left = Double.MAX_VALUE;
            right = 0;
            y = position.getYDirAdj();
            boolean turned = position.getDir() == 90 || position.getDir() == 270;
            width = turned ? position.getPageHeight() : position.getPageWidth();
            height = turned ? position.getPageWidth() : position.getPageHeight();
        }
        if (letters == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * letters);
        }
        sizes[letters++] = position.getFontSizeInPt();
        left = Math.min(left, position.getXDirAdj());
        right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    @Override
    protected void writePageEnd() {
        endLine();
    }

    @Override
    public void processPage(org.apache.pdfbox.pdmodel.PDPage page) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new UncheckedIOException(new IOException("interrupted"));
        }
        super.processPage(page);
    }

    private void endLine() {
        String line = text.toString().strip();
        if (!line.isEmpty() && letters > 0) {
            Arrays.sort(sizes, 0, letters);
            boolean leftward = isLeftward(line);
            int indent = text.indexOf(line);
            List<PdfLine.Gap> inside = gaps.stream()
                    .filter(gap -> !leftward && gap.at() > indent && gap.at() - indent < line.length())
                    .map(gap -> new PdfLine.Gap(gap.at() - indent, gap.from(), gap.to()))
                    .toList();
            lines.add(new PdfLine(
                    getCurrentPageNo(),
                    line,
                    leftward ? width - right : left,
                    leftward ? width - left : right,
                    y,
                    sizes[letters / 2],
                    height,
                    inside));
        }
        text.setLength(0);
        gaps.clear();
        letters = 0;
    }

    private static boolean isLeftward(String line) {
        int strong = line.codePoints()
                .map(UCharacter::getDirection)
                .filter(d -> d == ECharacterDirection.LEFT_TO_RIGHT
                        || d == ECharacterDirection.RIGHT_TO_LEFT
                        || d == ECharacterDirection.RIGHT_TO_LEFT_ARABIC)
                .findFirst()
                .orElse(ECharacterDirection.LEFT_TO_RIGHT);
        return strong != ECharacterDirection.LEFT_TO_RIGHT;
    }
}
