package org.florilegium.filter.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds addresses of network cards (EUI-48): six pairs of hexadecimal digits with one separator, a letter among them. */
final class HardwareAddressFinder implements Finder {
    private static final int LENGTH = 17;
    private static final Pattern PAIRS =
            Pattern.compile("(?=[^a-fA-F]*[a-fA-F])[0-9a-fA-F]{2}([:-])(?:[0-9a-fA-F]{2}\\1){4}[0-9a-fA-F]{2}");

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        find(marked, ':', spans);
        find(marked, '-', spans);
    }

    private static void find(MarkedText marked, char separator, List<PersonalSpan> spans) {
        String text = marked.text();
        int from = 2;
        for (int at = text.indexOf(separator, from); at >= 0; at = text.indexOf(separator, from)) {
            int start = at - 2;
            int end = start + LENGTH;
            from = at + 1;
            if (end <= text.length()
                    && text.charAt(at + 3) == separator
                    && text.charAt(at + 6) == separator
                    && isAddress(marked, start, end)) {
                spans.add(new PersonalSpan(PersonalKind.MAC, start, end));
                from = end;
            }
        }
    }

    private static boolean isAddress(MarkedText marked, int start, int end) {
        Matcher pairs = PAIRS.matcher(marked.text()).region(start, end);
        return pairs.matches() && marked.standsAlone(start, end) && !hasSeparatorBeside(marked.text(), start, end);
    }

    private static boolean hasSeparatorBeside(String text, int start, int end) {
        return (start > 0 && ":-".indexOf(text.charAt(start - 1)) >= 0)
                || (end + 1 < text.length()
                        && ":-".indexOf(text.charAt(end)) >= 0
                        && Character.digit(text.charAt(end + 1), 16) >= 0);
    }
}
