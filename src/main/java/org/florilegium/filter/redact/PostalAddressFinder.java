package org.florilegium.filter.redact;

import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Finds postal addresses by their form: a house number with the name of a street around it, a post office box or a military
 * post office, and the flat, place and postal code that follow.
 *
 * <p>Form alone does not tell the house of a person from that of a museum. Streets whose word for street is not in {@link
 * StreetForms} are not found.
 */
final class PostalAddressFinder implements Finder {
    private static final int BEFORE = 48;
    private static final int BEHIND = 64;
    private static final int MOST_DIGITS = 5;
    private static final int MOST_FURTHER = 4;

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        Places numbers = marked.numbers();
        int from = 0;
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            if (number < from || !isHouseNumber(marked.text(), number)) {
                continue;
            }
            PersonalSpan street = street(marked, number, from);
            if (street != null) {
                int end = furtherLines(marked.text(), street.end());
                spans.add(new PersonalSpan(PersonalKind.ADDRESS, street.start(), end));
                from = end;
            }
        }
    }

    private static boolean isHouseNumber(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= MOST_DIGITS && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean decimal = end + 1 < text.length()
                && (text.charAt(end) == '.' || text.charAt(end) == ':')
                && Character.isDigit(text.charAt(end + 1));
        return end - start <= MOST_DIGITS && !decimal;
    }

    private static @Nullable PersonalSpan street(MarkedText marked, int number, int from) {
        String text = marked.text();
        int first = Math.max(from, number - BEFORE);
        if (mayFollowStreet(text, number)) {
            Matcher inFront = StreetForms.BEFORE_NUMBER.matcher(text.substring(first, number));
            if (inFront.find()) {
                Matcher rest = StreetForms.HOUSE_NUMBER.matcher(text).region(number, text.length());
                return rest.lookingAt() ? span(first + inFront.start(), rest.end()) : null;
            }
        }
        Matcher behind =
                StreetForms.BEHIND_NUMBER.matcher(text).region(number, Math.min(text.length(), number + BEHIND));
        return behind.lookingAt() ? span(number, behind.end()) : null;
    }

    /** Whether a word, a full stop or a comma and one space stand in front, and the word has a capital or ends in a stop. */
    private static boolean mayFollowStreet(String text, int number) {
        int i = number - 1;
        if (i < 3 || (text.charAt(i) != ' ' && text.charAt(i) != '.' && text.charAt(i) != '\u00A0')) {
            return false;
        }
        while (i > 0 && number - i <= BEFORE && text.charAt(i) != '\n') {
            if (Character.isUpperCase(text.charAt(i)) && text.charAt(i - 1) < 'A') {
                return true;
            }
            i--;
        }
        return i == 0;
    }

    private static PersonalSpan span(int start, int end) {
        return new PersonalSpan(PersonalKind.ADDRESS, start, end);
    }

    /** Where the flat, the place and the postal code end that follow a street. */
    private static int furtherLines(String text, int streetEnd) {
        int end = streetEnd;
        for (int i = 0; i < MOST_FURTHER; i++) {
            Matcher further = StreetForms.FURTHER.matcher(text).region(end, Math.min(text.length(), end + BEHIND));
            if (!further.lookingAt()) {
                return end;
            }
            end = further.end();
        }
        return end;
    }
}
