package org.florilegium.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins the lines of a page into paragraphs.
 *
 * <p>Moderate on purpose: a line runs on into the next only where it is about as long as lines of this document are and
 * does not look like an entry of a list; a word broken by a hyphen is joined where it goes on in lower case.
 */
final class PdfLines {
    private static final double FULL = 0.7;
    private static final int SHORTEST_FULL = 30;

    private PdfLines() {}

    static String join(String text) {
        String[] blocks = text.split("\\n[ \\t\\x0B\\f\\r]*(?:\\n\\s*)+");
        int full = Math.max(SHORTEST_FULL, (int) (FULL * usualLength(text)));
        List<String> joined = new ArrayList<>();
        for (String block : blocks) {
            String lines = joinBlock(block, full);
            if (!lines.isBlank()) {
                joined.add(lines);
            }
        }
        return String.join("\n\n", joined);
    }

    /** Length that three quarters of the lines do not exceed. */
    private static int usualLength(String text) {
        int[] lengths = text.lines()
                .mapToInt(line -> line.strip().length())
                .filter(n -> n > 0)
                .sorted()
                .toArray();
        return lengths.length == 0 ? 0 : Arrays.copyOf(lengths, lengths.length)[lengths.length * 3 / 4];
    }

    private static String joinBlock(String block, int full) {
        StringBuilder out = new StringBuilder();
        String previous = "";
        for (String raw : block.split("\\R")) {
            String line = raw.strip();
            if (line.isEmpty()) {
                continue;
            }
            if (out.isEmpty()) {
                out.append(line);
            } else if (brokenWord(previous, line)) {
                out.setLength(out.length() - 1);
                out.append(line);
            } else {
                out.append(runsOn(previous, line, full) ? ' ' : '\n').append(line);
            }
            previous = line;
        }
        return out.toString();
    }

    private static boolean brokenWord(String previous, String line) {
        int last = previous.length() - 1;
        boolean hyphen = last > 0 && (previous.charAt(last) == '-' || previous.charAt(last) == '\u00AD');
        return hyphen && Character.isLetter(previous.charAt(last - 1)) && Character.isLowerCase(line.charAt(0));
    }

    private static boolean runsOn(String previous, String line, int full) {
        boolean entry = line.matches("(?:[\\u2022\\u25CF\\u25AA*\\u2013-]|\\(?\\p{N}{1,3}[.)])\\s.*");
        return previous.length() >= full && !entry;
    }
}
