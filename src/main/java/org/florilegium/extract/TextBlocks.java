package org.florilegium.extract;

/** Text under construction that knows lines and paragraphs: breaks asked for twice are written once. */
final class TextBlocks {
    private final StringBuilder text = new StringBuilder();
    private int pendingBreaks;
    private boolean pendingCell;

    /** Appends characters of the current line; {@code piece} may itself hold line breaks. */
    void append(String piece) {
        if (!piece.isEmpty()) {
            begin();
            text.append(piece);
        }
    }

    /** Appends text in which all whitespace counts as one space, as in HTML. */
    void appendCollapsed(String piece) {
        int i = 0;
        int length = piece.length();
        boolean waiting = pendingBreaks > 0 || pendingCell || text.isEmpty();
        boolean spaceBefore = waiting || text.charAt(text.length() - 1) == ' ';
        while (i < length && spaceBefore && isSpace(piece.charAt(i))) {
            i++;
        }
        if (i == length) {
            return;
        }
        begin();
        for (; i < length; i++) {
            char c = piece.charAt(i);
            boolean space = isSpace(c);
            if (!space) {
                text.append(c);
            } else if (!spaceBefore) {
                text.append(' ');
            }
            spaceBefore = space;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private void begin() {
        if (pendingBreaks > 0 && !text.isEmpty()) {
            text.append(pendingBreaks == 1 ? "\n" : "\n\n");
        } else if (pendingCell && !text.isEmpty()) {
            text.append('\t');
        }
        pendingBreaks = 0;
        pendingCell = false;
    }

    /** What follows on this line is the next cell of its row. */
    void cell() {
        pendingCell = true;
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
