package org.florilegium.filter.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.florilegium.filter.redact.ShapeTree.Ending;
import org.florilegium.filter.redact.ShapeTree.Node;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers of persons in national registers: the shape, then the check digits and the birth date, then, where these are
 * not telling enough, a word such as {@code PESEL} beside them.
 */
final class NationalIdFinder implements Finder {
    private static final int BEFORE = 48;
    private static final int BEHIND = 16;
    private static final int MOST_LETTERS = 6;
    private static final int MOST_LETTERS_APART = 2;

    private static final ShapeTree SHAPES = new ShapeTree(
            Stream.of(AmericanIds.ALL, EuropeanIds.ALL, NordicAndBalticIds.ALL, AsianIds.ALL, AfricanAndOceanianIds.ALL)
                    .flatMap(List::stream)
                    .toList());

    /** A shape that fits, and where it ends. */
    private record Fit(int end, Node node) {}

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        Places numbers = marked.numbers();
        int from = 0;
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) < from) {
                continue;
            }
            int word = wordStart(marked.text(), numbers.get(i), MOST_LETTERS);
            PersonalSpan span = spanFrom(marked, prefixStart(marked.text(), word));
            if (span == null) {
                span = spanFrom(marked, word);
            }
            if (span == null) {
                span = DocumentNumbers.spanFrom(marked, word);
            }
            if (span != null) {
                spans.add(span);
                from = span.end();
            }
        }
    }

    /** Where the letters begin that stand directly in front of {@code at}, {@code most} of them at most. */
    private static int wordStart(String text, int at, int most) {
        int start = at;
        while (start > 0 && at - start < most && isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Where one or two letters begin that a space or hyphen sets apart from {@code word}; -1 where there are none. */
    private static int prefixStart(String text, int word) {
        if (word < 2 || " -".indexOf(text.charAt(word - 1)) < 0) {
            return -1;
        }
        int start = wordStart(text, word - 1, MOST_LETTERS_APART);
        return start < word - 1 ? start : -1;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static @Nullable PersonalSpan spanFrom(MarkedText marked, int start) {
        if (start < 0 || (start > 0 && MarkedText.isWord(marked.text().charAt(start - 1)))) {
            return null;
        }
        List<Fit> fits = fits(marked.text(), start);
        for (int i = fits.size() - 1; i >= 0; i--) {
            int end = fits.get(i).end();
            if (marked.standsAlone(start, end)
                    && isNumber(marked, start, end, fits.get(i).node())) {
                return new PersonalSpan(PersonalKind.NATIONAL_ID, start, end);
            }
        }
        return null;
    }

    private static List<Fit> fits(String text, int start) {
        List<Fit> fits = new ArrayList<>(4);
        Node node = SHAPES.root();
        for (int i = start; i < text.length(); i++) {
            Node next = node.after(text.charAt(i));
            if (next == null) {
                return fits;
            }
            node = next;
            if (!node.endings().isEmpty()) {
                fits.add(new Fit(i + 1, node));
            }
        }
        return fits;
    }

    private static boolean isNumber(MarkedText marked, int start, int end, Node node) {
        String compact = compact(marked.text(), start, end);
        String beside = "";
        for (Ending ending : node.endings()) {
            if (ending.id().check().test(compact)) {
                if (ending.alone()) {
                    return true;
                }
                if (beside.isEmpty()) {
                    beside = marked.before(start, BEFORE) + "\n" + marked.behind(end, BEHIND);
                }
                if (ending.id().words().matcher(beside).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String compact(String text, int start, int end) {
        StringBuilder compact = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                compact.append((char) ('0' + Character.digit(c, 10)));
            } else if (isLetter(c)) {
                compact.append(c);
            }
        }
        return compact.toString().toUpperCase(Locale.ROOT);
    }
}
