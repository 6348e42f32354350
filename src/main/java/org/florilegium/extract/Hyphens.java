package org.florilegium.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins a line that ends in a hyphen with the next one, by what the document itself writes elsewhere: {@code self-evident} where
 * that stands in a line, {@code government} where that does, and where neither does, one word unless both halves are words.
 */
final class Hyphens {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:[-\u2010'’][\\p{L}\\p{M}]+)*");
    private static final Pattern LAST = Pattern.compile("([\\p{L}\\p{M}\\p{N}]+)[-\u2010\u00AD]$");
    private static final Pattern FIRST = Pattern.compile("^[\\p{L}\\p{M}\\p{N}]+");
    private static final int SHORTEST_WORD = 3;
    private static final int LONGEST_HALF = 80;
    /** What follows a hyphen that stands for the other half of a word, as in <i>pre- and postwar</i>. */
    private static final Set<String> JOINING = Set.of(
            "and", "or", "to", "und", "oder", "bis", "sowie", "et", "ou", "y", "e", "o", "en", "of", "och", "og",
            "eller", "i", "a", "lub", "nebo", "ja", "tai", "és", "vagy", "и", "или");

    private final Map<String, Integer> counts = new HashMap<>();

    /** Takes the words of {@code lines} for evidence, but not the halves at their ends. */
    Hyphens(List<String> lines) {
        boolean broken = false;
        for (String line : lines) {
            Matcher word = WORD.matcher(line);
            boolean breaks = endsInHyphen(line);
            while (word.find()) {
                boolean half = (broken && word.start() == 0) || (breaks && word.end() >= line.length() - 1);
                if (!half) {
                    counts.merge(key(word.group()), 1, Integer::sum);
                }
            }
            broken = breaks;
        }
    }

    static boolean endsInHyphen(String line) {
        // no word is longer, and a search through a line of megabytes would begin at each of its letters
        return LAST.matcher(line.substring(Math.max(0, line.length() - LONGEST_HALF)))
                .find();
    }

    /** Appends {@code next} to {@code text}: with the hyphen, without it, or behind a space where there is none. */
    void append(StringBuilder text, String next) {
        int from = Math.max(0, text.length() - LONGEST_HALF);
        Matcher last = LAST.matcher(text.substring(from));
        Matcher first = FIRST.matcher(next);
        if (!last.find() || !first.find()) {
            text.append(spaceBetween(text, next) ? " " : "").append(next);
            return;
        }
        char hyphen = text.charAt(text.length() - 1);
        if (hyphen == '\u00AD' || isOneWord(last.group(1), first.group())) {
            text.setLength(text.length() - 1);
        } else if (JOINING.contains(first.group())) {
            text.append(' ');
        }
        text.append(next);
    }

    private boolean isOneWord(String half, String rest) {
        boolean letters =
                Character.isLetter(half.codePointBefore(half.length())) && Character.isLetter(rest.codePointAt(0));
        boolean goesOn = Character.isLowerCase(rest.codePointAt(0)) || isAllUpper(half + rest);
        if (!letters || !goesOn || JOINING.contains(rest)) {
            return false;
        }
        int joined = count(half + rest);
        int apart = count(half + "-" + rest);
        if (joined > 0 || apart > 0) {
            return joined >= apart;
        }
        return !(isWord(half) && isWord(rest));
    }

    private boolean isWord(String word) {
        return word.length() >= SHORTEST_WORD && count(word) > 0;
    }

    private static boolean isAllUpper(String word) {
        return word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(word.toLowerCase(Locale.ROOT));
    }

    /** Chinese, Japanese, Thai and the like go on without a space. */
    private static boolean spaceBetween(StringBuilder text, String next) {
        if (text.isEmpty() || next.isEmpty()) {
            return false;
        }
        return !(isUnspaced(text.codePointBefore(text.length())) && isUnspaced(next.codePointAt(0)));
    }

    private static boolean isUnspaced(int c) {
        return Character.isIdeographic(c)
                || switch (Character.UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> c >= 0x3000 && c <= 0x303F || c >= 0xFF01 && c <= 0xFF60;
                };
    }

    private int count(String word) {
        return counts.getOrDefault(key(word), 0);
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u2010', '-');
    }
}
