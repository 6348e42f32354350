package org.florilegium.filter;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * RefinedWeb's line edits as DCLM applies them: at most two line feeds in a row, no line mostly in capitals, all digits, a
 * counter or of one word, and no phrases of shops and menus in short lines.
 *
 * <p>{@code removed_word_fraction} is the part of {@link DclmWords#PLAIN} that the edits took, 1 where nothing is left. The
 * dots of {@code Read more...} stand for any three characters there, since DCLM takes the phrase for a pattern. URLs are
 * not taken out of the text as DCLM does.
 */
record DclmLines() implements TextEdit {
    static final String KIND = "dclm-lines";

    private static final String REMOVED = "removed_word_fraction";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNIX_LINES;
    private static final String SPACE = "[\\p{IsWhite_Space}\\x1C-\\x1F]";
    private static final int SHORT_LINE = 10;
    private static final Pattern LINE_FEEDS = Pattern.compile("\n{3,}");
    private static final Pattern COUNTER = Pattern.compile("^[^\\p{L}\\p{N}_]*\\p{Nd}(?:,|\\.|\\p{Nd})*[kmb]?" + SPACE
            + "+(?:likes|shares|comments|retweets|reposts|quotes|bookmarks|upvotes|downvotes|downloads|views|followers)"
            + "[^\\p{L}\\p{N}_]*$");
    private static final List<Pattern> PHRASES = List.of(
            Pattern.compile(SPACE + "?items in cart", FLAGS),
            Pattern.compile(SPACE + "?read more...$", FLAGS),
            Pattern.compile("^sign-in" + SPACE + "?", FLAGS));

    @Override
    public List<String> measures() {
        return List.of(REMOVED);
    }

    @Override
    public Edited of(TextParts text) {
        String whole = LINE_FEEDS.matcher(text.text()).replaceAll("\n\n");
        int before = text.get(DclmWords.PLAIN).count();
        String kept = keep(whole, line -> !tooMany(line, Character::isUpperCase, 0.5));
        kept = keep(Lines.strip(kept), line -> !tooMany(line, DclmLines::isDigit, 0.999999));
        kept = keep(
                Lines.strip(kept),
                line -> !COUNTER.matcher(line.toLowerCase(Locale.ROOT)).find());
        kept = keep(Lines.strip(kept), line -> line.isEmpty() || Words.in(line).count() >= 2);
        for (Pattern phrase : PHRASES) {
            kept = Lines.strip(without(phrase, kept));
        }
        int after = DclmWords.plain(kept).count();
        double removed = before == 0 || kept.isEmpty() ? 1 : (double) (before - after) / before;
        return new Edited(Optional.of(kept), Map.of(REMOVED, removed));
    }

    private static String keep(String text, Predicate<String> stays) {
        return Arrays.stream(text.split("\n", -1)).filter(stays).collect(Collectors.joining("\n"));
    }

    private static boolean tooMany(String line, IntPredicate counts, double atMost) {
        return !line.isEmpty()
                && (double) line.codePoints().filter(counts).count() / line.codePointCount(0, line.length()) > atMost;
    }

    private static boolean isDigit(int codePoint) {
        int type = UCharacter.getIntPropertyValue(codePoint, UProperty.NUMERIC_TYPE);
        return type == UCharacter.NumericType.DECIMAL || type == UCharacter.NumericType.DIGIT;
    }

    /** {@code text} without the phrase in its short lines; a line that held no more goes. */
    private static String without(Pattern phrase, String text) {
        return Arrays.stream(text.split("\n", -1))
                .flatMap(line -> without(phrase, line, Words.in(line).count() <= SHORT_LINE).stream())
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> without(Pattern phrase, String line, boolean isShort) {
        if (!isShort) {
            return Optional.of(line);
        }
        String left = phrase.matcher(line).replaceAll("");
        return line.isEmpty() || !Lines.strip(left).isEmpty() ? Optional.of(left) : Optional.empty();
    }
}
