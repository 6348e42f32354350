package org.florilegium.extract;

/** A paragraph under construction, with what its first and last lines tell of whether it goes on elsewhere. */
final class PdfParagraph {
    private static final int RUNNING_TEXT = 25; // characters of a line that is more than a heading or a cell

    private final StringBuilder text;
    private final PdfLine first;
    private final double left;
    private PdfLine last;
    private double right;

    /**
     * @param right where the longest line of its column ends, in points
     * @param left where most lines of its column start, in points
     */
    PdfParagraph(PdfLine first, double right, double left) {
        this.text = new StringBuilder(first.text());
        this.first = first;
        this.last = first;
        this.right = right;
        this.left = left;
    }

    String text() {
        return text.toString();
    }

    PdfLine first() {
        return first;
    }

    /** The next line, which stays a line. */
    void addLine(PdfLine line) {
        text.append('\n').append(line.text());
        last = line;
    }

    /** The next line, which runs on. */
    void join(PdfLine line, Hyphens hyphens) {
        hyphens.append(text, line.text());
        last = line;
    }

    /** The rest of this paragraph, from the next column or page. */
    void join(PdfParagraph rest, Hyphens hyphens) {
        hyphens.append(text, rest.text());
        last = rest.last;
        right = rest.right;
    }

    /** Whether it ends in the middle of a sentence. */
    boolean isBroken() {
        return last.text().length() >= RUNNING_TEXT && !PdfParagraphs.endsSentence(last.text());
    }

    /** Whether {@code next}, the first of its column or page, goes on with the sentence in which this one breaks off. */
    boolean goesOnIn(PdfParagraph next) {
        boolean breaks = next.first.page() > last.page() || next.first.y() < last.y();
        if (!breaks || !last.looksLike(next.first) || PdfParagraphs.startsEntry(next.first)) {
            return false;
        }
        boolean indented = next.first.start() - next.left > 0.8 * next.first.size();
        int start = next.first.text().codePointAt(0);
        boolean full = last.end() + next.first.firstWord() + 0.3 * last.size() > right - 0.02 * (right - last.start());
        if (Hyphens.endsInHyphen(last.text()) || Character.isLowerCase(start)) {
            return full || !indented;
        }
        return full && !indented && next.first.text().length() >= RUNNING_TEXT;
    }
}
