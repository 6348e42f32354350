package org.florilegium.filter.redact;

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

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        String text = marked.text();
        findIntroduced(text, spans);
        findInLines(text, spans);
    }

    private static void findIntroduced(String text, List<PersonalSpan> spans) {
        Matcher introduced = NameForms.INTRODUCTION.matcher(text);
        while (introduced.find()) {
            add(NameForms.NAME, text, introduced.end(), text.length(), spans);
            add(NameForms.UNSPACED_NAME, text, introduced.end(), text.length(), spans);
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
