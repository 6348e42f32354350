package org.florilegium.filter;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How much of a text repeats an earlier piece of it.
 *
 * @param pieces all pieces, empty ones at either end included, as Python's {@code re.split} gives them
 * @param repeated pieces equal to an earlier one
 * @param repeatedCodePoints their length in code points
 */
record Repeats(int pieces, int repeated, int repeatedCodePoints) {

    /** Among lines: pieces between runs of line feeds. */
    static Repeats amongLines(String text) {
        return among(text, 1);
    }

    /** Among paragraphs: pieces of the stripped text between runs of two or more line feeds. */
    static Repeats amongParagraphs(String text) {
        return among(Lines.strip(text), 2);
    }

    private static Repeats among(String text, int lineFeeds) {
        Count count = new Count();
        int start = 0;
        int feed = text.indexOf('\n');
        while (feed >= 0) {
            int next = feed;
            while (next < text.length() && text.charAt(next) == '\n') {
                next++;
            }
            if (next - feed >= lineFeeds) {
                count.accept(text.substring(start, feed));
                start = next;
            }
            feed = text.indexOf('\n', next);
        }
        count.accept(text.substring(start));
        return new Repeats(count.pieces, count.repeated, count.codePoints);
    }

    private static final class Count implements Consumer<String> {
        private final Set<String> seen = new HashSet<>();
        private int pieces;
        private int repeated;
        private int codePoints;

        @Override
        public void accept(String piece) {
            pieces++;
            if (!seen.add(piece)) {
                repeated++;
                codePoints += piece.codePointCount(0, piece.length());
            }
        }
    }
}
