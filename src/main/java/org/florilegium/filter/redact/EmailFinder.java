package org.florilegium.filter.redact;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds email addresses by looking to both sides of every at sign. */
final class EmailFinder implements Finder {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    /** Ends of file names such as {@code icon@2x.png}. */
    private static final Set<String> NO_DOMAIN_ENDS =
            Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js", "html", "htm", "pdf");

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        String text = marked.text();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = localStart(text, at);
            int end = domainEnd(text, at + 1);
            if (start < at && end > 0) {
                spans.add(new PersonalSpan(PersonalKind.EMAIL, start, end));
            }
        }
    }

    private static int localStart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_LOCAL_PART && isLocal(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !isAlphanumeric(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isLocal(char c) {
        return isAlphanumeric(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-' || c == '\'';
    }

    /** Where the domain that begins at {@code start} ends, or -1 where there is none. */
    private static int domainEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST_DOMAIN && isDomain(text.charAt(end))) {
            end++;
        }
        while (end > start && !isAlphanumeric(text.charAt(end - 1))) {
            end--;
        }
        String domain = text.substring(start, end);
        int dot = domain.lastIndexOf('.');
        if (dot < 1 || domain.startsWith(".") || domain.contains("..")) {
            return -1;
        }
        String last = domain.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean plausible = last.length() >= 2
                && (last.startsWith("xn--") || last.chars().allMatch(Character::isLetter))
                && !NO_DOMAIN_ENDS.contains(last);
        return plausible ? end : -1;
    }

    private static boolean isDomain(char c) {
        return isAlphanumeric(c) || c == '.' || c == '-';
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
