package org.florilegium.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the lines of plain text that was wrapped at a fixed width, where that is clear from the text.
 *
 * <p>It is clear where most blocks of several lines are as full as they can be: no line but a block's last one had room for
 * the first word of the next. Such blocks become one line, others (verse, lists, tables) stay as they are. In text that was
 * read off printed pages lines are not of one width, but many end in a broken word; there, only words are joined.
 */
final class WrappedText {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120;
    private static final int FEWEST_BLOCKS = 8;
    private static final double CLEAR = 0.5; // of the blocks of three lines and more
    private static final int FEWEST_HYPHENS = 10;
    private static final int RAGGED = 1; // characters by which a full line may be shorter

    private final String[] lines;
    private final Hyphens hyphens;
    private final int width;

    private WrappedText(String[] lines) {
        this.lines = lines;
        this.hyphens = new Hyphens(Arrays.asList(lines));
        this.width = width(lines);
    }

    /** {@code text} with its lines joined, or as it is. */
    static String join(String text) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i].stripTrailing();
        }
        WrappedText wrapped = new WrappedText(lines);
        boolean prose = wrapped.isWrapped();
        return prose || wrapped.brokenWords() >= FEWEST_HYPHENS ? wrapped.joined(prose) : text;
    }

    /** The length that hardly a line exceeds. */
    private static int width(String[] lines) {
        int[] lengths = Arrays.stream(lines)
                .mapToInt(line -> line.codePointCount(0, line.length()))
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        return lengths.length == 0 ? 0 : lengths[(int) (0.98 * (lengths.length - 1))];
    }

    private boolean isWrapped() {
        if (width < NARROWEST || width > WIDEST) {
            return false;
        }
        int blocks = 0;
        int full = 0;
        for (int from = 0; from < lines.length; from++) {
            int to = end(from);
            if (to - from > 2) {
                blocks++;
                full += isFull(from, to) ? 1 : 0;
            }
            from = to;
        }
        return full >= FEWEST_BLOCKS && full >= CLEAR * blocks;
    }

    /** Index behind the block that starts at {@code from}. */
    private int end(int from) {
        int to = from;
        while (to < lines.length && !lines[to].isBlank()) {
            to++;
        }
        return to;
    }

    /** Whether no line but the last had room for the first word of the next one, and none but the first is set in. */
    private boolean isFull(int from, int to) {
        for (int i = from; i < to - 1; i++) {
            String next = lines[i + 1];
            int space = next.indexOf(' ');
            int word = space < 0 ? next.length() : space;
            boolean room = lines[i].codePointCount(0, lines[i].length()) + 1 + word <= width - RAGGED;
            if (Character.isWhitespace(next.charAt(0)) || (room && !Hyphens.endsInHyphen(lines[i]))) {
                return false;
            }
        }
        return true;
    }

    private int brokenWords() {
        int many = 0;
        for (int i = 0; i + 1 < lines.length; i++) {
            many += isBroken(i) ? 1 : 0;
        }
        return many;
    }

    private boolean isBroken(int i) {
        return Hyphens.endsInHyphen(lines[i])
                && i + 1 < lines.length
                && !lines[i + 1].isBlank()
                && Character.isLowerCase(lines[i + 1].codePointAt(0));
    }

    private String joined(boolean prose) {
        List<String> out = new ArrayList<>();
        for (int from = 0; from < lines.length; from++) {
            int to = end(from);
            if (prose && to > from && isFull(from, to)) {
                out.add(run(from, to));
            } else {
                for (int i = from; i < to; i++) {
                    int last = i;
                    while (isBroken(last)) {
                        last++;
                    }
                    out.add(words(i, last));
                    i = last;
                }
            }
            if (to < lines.length) {
                out.add("");
            }
            from = to;
        }
        return String.join("\n", out);
    }

    private String run(int from, int to) {
        StringBuilder block = new StringBuilder(lines[from]);
        for (int i = from + 1; i < to; i++) {
            hyphens.append(block, lines[i]);
        }
        return block.toString();
    }

    /** Lines {@code from} to {@code last}, each of which but the last gets the rest of its broken word. */
    private String words(int from, int last) {
        StringBuilder block = new StringBuilder(lines[from]);
        for (int i = from + 1; i <= last; i++) {
            int space = lines[i].indexOf(' ');
            int word = space < 0 ? lines[i].length() : space;
            hyphens.append(block, lines[i].substring(0, word));
            block.append(space < 0 ? "" : "\n" + lines[i].substring(space + 1));
        }
        return block.toString();
    }
}
