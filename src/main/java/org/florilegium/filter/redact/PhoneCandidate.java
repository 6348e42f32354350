package org.florilegium.filter.redact;

/**
 * A run of digits and separators on one line that could be a phone number.
 *
 * @param start first UTF-16 unit, a digit, a plus sign or an opening bracket
 * @param end unit after the last digit
 * @param digits how many digits it has
 */
record PhoneCandidate(int start, int end, int digits) {
    private static final int MOST_DIGITS = 20;
    private static final String SEPARATORS = " ()-./\u00A0\u2010\u2011\u2012\u2013\u2014\u202F";

    /** The candidate that starts at {@code start}, one digit long at least. */
    static PhoneCandidate at(String text, int start) {
        int digits = 0;
        int end = start;
        int separators = 0;
        for (int i = start; i < text.length() && digits <= MOST_DIGITS; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
                end = i + 1;
                separators = 0;
            } else if (i > start || c != '+') {
                separators++;
                if (SEPARATORS.indexOf(c) < 0 || separators > 3 || (separators > 1 && c == text.charAt(i - 1))) {
                    break;
                }
            }
        }
        boolean unclosed =
                text.charAt(start) == '(' && text.substring(start, end).indexOf(')') < 0;
        return new PhoneCandidate(unclosed ? start + 1 : start, Math.max(end, start + 1), digits);
    }

    /** Where a number whose first digit is at {@code digit} begins: there, or at a plus sign or bracket in front of it. */
    static int startOf(String text, int digit) {
        char before = digit > 0 ? text.charAt(digit - 1) : 0;
        boolean plusFirst = digit > 1 && text.charAt(digit - 2) == '+';
        if (before == '+' || (before == '(' && !plusFirst)) {
            return digit - 1;
        }
        return (before == '(' || before == ' ') && plusFirst ? digit - 2 : digit;
    }

    String in(String text) {
        return text.substring(start, end);
    }

    /** This candidate, and the extension behind it such as {@code x123} or {@code ext. 123}. */
    PhoneCandidate withExtension(String text) {
        int i = end;
        if (text.startsWith(" ", i)) {
            i++;
        }
        boolean written = text.startsWith("ext", i);
        if (!written && !text.startsWith("x", i)) {
            return this;
        }
        i += written ? 3 : 1;
        while (written && i < text.length() && (text.charAt(i) == '.' || text.charAt(i) == ' ')) {
            i++;
        }
        int first = i;
        while (i < text.length() && i - first < 6 && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i > first ? new PhoneCandidate(start, i, digits) : this;
    }
}
