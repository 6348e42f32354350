package org.florilegium.filter.spacy;

import java.util.List;

/** What is split off at the two ends of a stretch, and where it splits inside; places and lengths in UTF-16 units. */
final class Affixes {
    private static final List<String> DOLLARS = EnglishFacts.INSTANCE.dollars();
    private static final List<String> UNITS =
            List.of(EnglishFacts.INSTANCE.units().strip().split("\\s+"));
    private static final int LONGEST_UNIT =
            UNITS.stream().mapToInt(String::length).max().orElse(0);

    private Affixes() {}

    /** Length of the prefix of {@code text} between {@code start} and {@code end}, 0 for none. */
    static int prefix(String text, int start, int end) {
        int c = text.codePointAt(start);
        if (c == '.') {
            return dots(text, start, end);
        }
        if (Letters.isMark(c) || Letters.isCurrency(c) || c == '§' || c == '%' || c == '=') {
            return Character.charCount(c);
        }
        if (c == '+') {
            return start + 1 < end && Letters.isDigit(text.charAt(start + 1)) ? 0 : 1;
        }
        for (String dollar : DOLLARS) {
            if (start + dollar.length() <= end && text.startsWith(dollar, start)) {
                return dollar.length();
            }
        }
        return 0;
    }

    /** Two dots or more that start at {@code at}; one alone is none. */
    private static int dots(String text, int at, int end) {
        int i = at;
        while (i < end && text.charAt(i) == '.') {
            i++;
        }
        return i - at > 1 ? i - at : 0;
    }

    /** Length of the suffix of {@code text} between {@code start} and {@code end}, 0 for none: the longest that any rule has. */
    static int suffix(String text, int start, int end) {
        if (start == end) {
            return 0;
        }
        int c = text.codePointBefore(end);
        int length = Math.max(mark(text, start, end, c), afterFigure(text, start, end));
        if (c == 's' || c == 'S') {
            length = Math.max(length, genitive(text, start, end));
        } else if (c == '.') {
            length = Math.max(length, stop(text, start, end));
        }
        return length;
    }

    private static int mark(String text, int start, int end, int c) {
        if (!Letters.isMark(c)) {
            return 0;
        }
        return c == '…' && end - start > 1 && text.charAt(end - 2) == '…' ? 2 : Character.charCount(c);
    }

    private static int genitive(String text, int start, int end) {
        return end - start > 1 && (text.charAt(end - 2) == '\'' || text.charAt(end - 2) == '’') ? 2 : 0;
    }

    private static int stop(String text, int start, int end) {
        int i = end;
        while (i > start && text.charAt(i - 1) == '.') {
            i--;
        }
        if (end - i > 1) {
            return end - i;
        }
        if (i == start) {
            return 0;
        }
        int before = text.codePointBefore(i);
        int first = i - Character.charCount(before);
        boolean degrees = first > start && text.charAt(first - 1) == '°' && "FfCcKk".indexOf(before) >= 0;
        boolean initials = first > start && Letters.isCapital(before) && Letters.isCapital(text.codePointBefore(first));
        return degrees || initials || Letters.isBeforeAStop(before) ? 1 : 0;
    }

    /** A plus sign, a currency or a unit behind a figure. */
    private static int afterFigure(String text, int start, int end) {
        int last = text.charAt(end - 1);
        if (!hasFigure(text, Math.max(start, end - LONGEST_UNIT - 1), end)) {
            return 0;
        }
        int length = 0;
        if (last == '+' || Letters.isCurrency(last)) {
            length = figureBefore(text, start, end - 1) ? 1 : 0;
        }
        if (last == '$') {
            length = Math.max(length, longest(DOLLARS, text, start, end));
        }
        return Math.max(length, longest(UNITS, text, start, end));
    }

    private static boolean hasFigure(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (Letters.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int longest(List<String> words, String text, int start, int end) {
        int longest = 0;
        for (String word : words) {
            int at = end - word.length();
            if (word.length() > longest && at > start && figureBefore(text, start, at) && text.startsWith(word, at)) {
                longest = word.length();
            }
        }
        return longest;
    }

    private static boolean figureBefore(String text, int start, int at) {
        return at > start && Letters.isDigit(text.charAt(at - 1));
    }

    /** Length of what splits {@code text} between {@code start} and {@code end} at {@code at}, 0 for nothing. */
    static int infix(String text, int start, int at, int end) {
        int c = text.codePointAt(at);
        if (c == '…' || Letters.isIcon(c)) {
            return Character.charCount(c);
        }
        if (c == '.' && dots(text, at, end) > 0) {
            return dots(text, at, end);
        }
        return at == start || at + 1 >= end ? 0 : between(text, at, end, text.codePointBefore(at), c);
    }

    /** A sign between two characters: in a sum, between sentences, in a list, a compound, a ratio or a path. */
    private static int between(String text, int at, int end, int before, int c) {
        int after = text.codePointAt(at + 1);
        boolean word = Letters.isLetter(before) || Letters.isDigit(before);
        return switch (c) {
            case '+', '*', '^' -> Letters.isDigit(before) && isOperand(after) ? 1 : 0;
            case '.' ->
                (Letters.isSmall(before) || Letters.isQuote(before))
                                && (Letters.isCapital(after) || Letters.isQuote(after))
                        ? 1
                        : 0;
            case ',' -> Letters.isLetter(before) && Letters.isLetter(after) ? 1 : 0;
            case ':', '<', '>', '=', '/' -> word && Letters.isLetter(after) ? 1 : 0;
            case '-' -> Letters.isDigit(before) && isOperand(after) ? 1 : dashes(text, at, end, word, 3);
            case '—' -> dashes(text, at, end, word, 2);
            case '–', '~' -> dashes(text, at, end, word, 1);
            default -> 0;
        };
    }

    private static boolean isOperand(int c) {
        return Letters.isDigit(c) || c == '-';
    }

    /** Up to {@code most} of the same dash between a word and a letter. */
    private static int dashes(String text, int at, int end, boolean word, int most) {
        int i = at + 1;
        while (i < end && i - at <= most && text.charAt(i) == text.charAt(at)) {
            i++;
        }
        return word && i - at <= most && i < end && Letters.isLetter(text.codePointAt(i)) ? i - at : 0;
    }
}
