package org.florilegium.filter.spacy;

import java.util.regex.Pattern;

/** Web and mail addresses, which stay one token. */
final class WebAddress {
    private static final String SMALL = "[[" + classOf(EnglishFacts.INSTANCE.cased()) + "&&\\p{Ll}]"
            + classOf(EnglishFacts.INSTANCE.alsoSmall() + " " + EnglishFacts.INSTANCE.withoutCase()) + "]";
    private static final String LABEL = "[A-Za-z0-9\\u00a1-\\uffff]";
    private static final String FIGURES = "(?:\\.\\p{Nd}{1,3})";

    private static final Pattern ADDRESS = Pattern.compile(
            // scheme and user
            "(?:[\\w+\\-.]{2,}://)?(?:\\S+(?::\\S*)?@)?(?:"
                    // a public address of four numbers
                    + "(?!(?:10|127)" + FIGURES + "{3})(?!(?:169\\.254|192\\.168)" + FIGURES + "{2})"
                    + "(?!172\\.(?:1[6-9]|2\\p{Nd}|3[0-1])" + FIGURES + "{2})"
                    + "(?:[1-9]\\p{Nd}?|1\\p{Nd}\\p{Nd}|2[01]\\p{Nd}|22[0-3])"
                    + "(?:\\.(?:1?\\p{Nd}{1,2}|2[0-4]\\p{Nd}|25[0-5])){2}"
                    + "(?:\\.(?:[1-9]\\p{Nd}?|1\\p{Nd}\\p{Nd}|2[0-4]\\p{Nd}|25[0-4]))"
                    // or names, the last in small letters
                    + "|(?:(?:" + LABEL + "[A-Za-z0-9\\u00a1-\\uffff_-]{0,62})?" + LABEL + "\\.)+" + SMALL + "{2,63})"
                    // port and path
                    + "(?::\\p{Nd}{2,5})?(?:[/?#]\\S*)?",
            Pattern.UNICODE_CHARACTER_CLASS);

    private WebAddress() {}

    private static String classOf(String ranges) {
        return "[" + ranges.strip().replaceAll("([0-9A-F]{4,6})", "\\\\x{$1}").replaceAll("\\s+", "") + "]";
    }

    /** Whether {@code text} between {@code start} and {@code end} is an address. */
    static boolean matches(String text, int start, int end) {
        // every address has a dot inside
        int dot = text.indexOf('.', start + 1);
        return dot > 0
                && dot < end - 1
                && ADDRESS.matcher(text).region(start, end).matches();
    }
}
