package org.florilegium.extract;

/** Text under construction that knows lines and paragraphs: breaks asked for twice are written once. */
final class TextBlocks {
    private final StringBuilder text = new StringBuilder();
    private int pendingBreaks;

    /** Appends characters of the current line; {@code piece} may itself hold line breaks. */
    void append(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        if (pendingBreaks > 0 && !text.isEmpty()) {
            text.append("\n".repeat(pendingBreaks));
        }
        pendingBreaks = 0;
        text.append(piece);
    }

    /** Appends text in which all whitespace counts as one space, as in HTML. */
    void appendCollapsed(String piece) {
        boolean atStart = text.isEmpty() || pendingBreaks > 0;
        boolean spaceBefore = atStart || text.charAt(text.length() - 1) == ' ';
        StringBuilder collapsed = new StringBuilder(piece.length());
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            boolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            if (!space) {
                collapsed.append(c);
            } else if (!spaceBefore) {
                collapsed.append(' ');
            }
            spaceBefore = space;
        }
        append(collapsed.toString());
    }

    /** What follows starts on a new line. */
    void line() {
        pendingBreaks = Math.max(pendingBreaks, 1);
    }

    /** What follows starts a new paragraph. */
    void paragraph() {
        pendingBreaks = 2;
    }

    int length() {
        return text.length();
    }

    String since(int start) {
        return text.substring(Math.min(start, text.length()));
    }

    String text() {
        return text.toString().strip();
    }
}
