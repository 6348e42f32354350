package org.florilegium.filter.redact;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One kind of number that a state gives to persons.
 *
 * @param name country and number, for example {@code br_cpf}
 * @param alone shapes so telling that no word is needed beside them, see {@link ShapeTree}
 * @param beside shapes that count only beside one of the words
 * @param check whether letters and digits, without separators and in upper case, are such a number
 * @param words what people call it, in the languages of the country
 */
record NationalId(String name, List<String> alone, List<String> beside, Predicate<String> check, Pattern words) {
    private static final int SHORT = 4;

    /**
     * A kind of number, in one line of a table.
     *
     * @param alone shapes that need no word, separated by {@code |}; may be empty
     * @param beside shapes that need a word, likewise
     * @param words regular expressions separated by {@code |}; those of four letters or less match whole words only
     */
    static NationalId of(String name, String alone, String beside, String words, Predicate<String> check) {
        return new NationalId(name, split(alone), split(beside), check, pattern(words));
    }

    private static List<String> split(String shapes) {
        return Stream.of(shapes.split("\\|")).filter(shape -> !shape.isEmpty()).toList();
    }

    private static Pattern pattern(String words) {
        String alternatives =
                Stream.of(words.split("\\|")).map(NationalId::bounded).collect(Collectors.joining("|"));
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String bounded(String word) {
        boolean spaced = word.charAt(0) < '\u0E00';
        boolean whole = spaced && word.length() <= SHORT;
        return (spaced ? "(?<!\\p{L})" : "") + word + (whole ? "(?!\\p{L})" : "");
    }
}
