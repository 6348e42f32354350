package org.florilegium.filter.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names that people give as their own or call somebody by: behind {@code my name is} and the field {@code Name:}, in the
 * greeting of a letter, under its close, and over a postal address.
 *
 * <p>Names in running prose stay, those of authors and public figures among them; no list of names is used. Names in scripts
 * without capitals are found in Chinese, Japanese and Korean only.
 */
final class NameFinder implements Finder {
    /** No context has a longer line in front of the name. */
    private static final int LONGEST_LINE = 64;
    /** From Thai on, scripts have no capitals. */
    private static final char FIRST_UNSPACED = '\u0E00';

    /** A name, an office, a firm. */
    private static final int MOST_LINES = 3;

    private final PostalAddressFinder addresses = new PostalAddressFinder();

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        String text = marked.text();
        findIntroduced(text, spans);
        findInLines(text, spans);
        findOverAddresses(marked, spans);
    }

    private static void findIntroduced(String text, List<PersonalSpan> spans) {
        for (int i = 2; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean unspaced = c >= FIRST_UNSPACED;
            if (unspaced || (c <= 'Z' ? c >= 'A' : c > 127 && Character.isUpperCase(c))) {
                char before = text.charAt(i - 1);
                if ((unspaced || before <= ' ') && Introductions.endAt(text, i)) {
                    add(unspaced ? NameForms.UNSPACED_NAME : NameForms.NAME, text, i, text.length(), spans);
                }
            }
        }
    }

    private static void findInLines(String text, List<PersonalSpan> spans) {
        boolean closed = false;
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            if (start < end && end - start <= LONGEST_LINE) {
                if (closed) {
                    add(NameForms.LINE, text, start, end, spans);
                }
                closed = NameForms.CLOSE.matcher(text).region(start, end).matches();
            } else if (start < end) {
                closed = false;
            }
            Matcher greeting = NameForms.GREETING.matcher(text).region(start, Math.min(end, start + LONGEST_LINE));
            if (mayGreet(text.charAt(start)) && greeting.lookingAt()) {
                add(NameForms.GREETED, text, greeting.end(), end, spans);
            }
            start = end + 1;
        }
    }

    /** The first line of the block that a postal address ends is its addressee. */
    private void findOverAddresses(MarkedText marked, List<PersonalSpan> spans) {
        List<PersonalSpan> found = new ArrayList<>();
        addresses.find(marked, found);
        for (PersonalSpan address : found) {
            String text = marked.text();
            int top = lineStart(text, address.start());
            int block = top > 1 && text.charAt(top - 2) == '\n' ? top - 1 : top;
            for (int i = 0; i < MOST_LINES && block > 0; i++) {
                int above = lineStart(text, block - 1);
                if (above == block - 1 || block - above > LONGEST_LINE) {
                    break;
                }
                block = above;
            }
            if (block < top) {
                add(NameForms.FULL_LINE, text, block, text.indexOf('\n', block), spans);
            }
        }
    }

    private static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    private static boolean mayGreet(char first) {
        return Character.isUpperCase(first) || (first >= 'a' && first <= 'z');
    }

    private static void add(Pattern pattern, String text, int start, int end, List<PersonalSpan> spans) {
        Matcher name = pattern.matcher(text).region(start, end);
        if (name.lookingAt() && name.end("name") > name.start("name")) {
            spans.add(new PersonalSpan(PersonalKind.NAME, name.start("name"), name.end("name")));
        }
    }
}
