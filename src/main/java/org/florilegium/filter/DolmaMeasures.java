package org.florilegium.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * What dolma 1.2's Gopher taggers write, under dolma's own names.
 *
 * <p>Scores are rounded to five places, as dolma writes them and as its mixer compares them. Fractions of characters are
 * of characters that are no white space; of equally common runs of words the first seen is the commonest, even one that
 * occurs once; of repeated runs every copy counts, overlapping ones in full, as a part of all runs.
 */
final class DolmaMeasures {
    private static final int LONGEST_RUN = 10;
    private static final double PLACES = 1e5;

    /** Runs of the words that {@code split} finds. */
    private record Grams(WordSplit split) implements Aspect<WordRuns> {
        @Override
        public WordRuns of(TextParts text) {
            return new WordRuns(text.get(split));
        }
    }

    private DolmaMeasures() {}

    /** The measures over {@code lines}. */
    static List<Measure> over(Aspect<DolmaLineCounts> lines) {
        List<Measure> all = new ArrayList<>();
        all.add(Measure.number("character_count", (text, dialect) -> text.codePoints()));
        addWords(all);
        addLines(all, lines);
        for (int n = 2; n <= 4; n++) {
            all.add(commonest(n));
        }
        for (int n = 5; n <= LONGEST_RUN; n++) {
            all.add(duplicate(n));
        }
        return all;
    }

    private static void addWords(List<Measure> all) {
        all.add(ofWords("word_count", DolmaWords::count));
        all.add(ofWords("median_word_length", DolmaWords::medianLength));
        all.add(ofWords("symbol_to_word_ratio", words -> part(words.symbols(), words.count())));
        all.add(ofWords("fraction_of_words_with_alpha_character", words -> part(words.alphabetic(), words.count())));
        all.add(ofWords("required_word_count", DolmaWords::required));
    }

    private static Measure ofWords(String key, ToDoubleFunction<DolmaWords> value) {
        return Measure.number(key, (text, dialect) -> rounded(value.applyAsDouble(words(text, dialect))))
                .needingWords()
                .needing(Setting.STOP_WORDS);
    }

    private static DolmaWords words(TextParts text, Dialect dialect) {
        return text.get(new DolmaWords.By(dialect.words(), dialect.wordList(Setting.STOP_WORDS)));
    }

    private static void addLines(List<Measure> all, Aspect<DolmaLineCounts> lines) {
        all.add(ofLines("fraction_of_lines_starting_with_bullet_point", lines, DolmaLineCounts::bullets));
        all.add(ofLines("fraction_of_lines_ending_with_ellipsis", lines, DolmaLineCounts::ellipses));
        all.add(ofLines("fraction_of_duplicate_lines", lines, DolmaLineCounts::repeated));
        all.add(Measure.number("fraction_of_characters_in_duplicate_lines", (text, dialect) -> {
                    WordRuns runs = runs(text, dialect);
                    return rounded(part(text.get(lines).repeatedCodePoints(), runs.codePoints(0, runs.words())));
                })
                .needingWords());
    }

    private static Measure ofLines(String key, Aspect<DolmaLineCounts> lines, ToLongFunction<DolmaLineCounts> count) {
        return Measure.fraction(key, (text, dialect) -> {
            DolmaLineCounts counts = text.get(lines);
            return rounded(part(count.applyAsLong(counts), counts.lines()));
        });
    }

    private static Measure commonest(int n) {
        // overlapping runs count in full, so this one may exceed 1
        return Measure.number("fraction_of_characters_in_most_common_" + n + "grams", (text, dialect) -> {
                    WordRuns words = runs(text, dialect);
                    WordRuns.Runs runs = words.of(n);
                    int best = runs.commonest();
                    if (best < 0) {
                        return Double.NaN;
                    }
                    long codePoints = (long) runs.counts()[best] * words.codePoints(runs.firsts()[best], n);
                    return rounded(part(codePoints, words.codePoints(0, words.words())));
                })
                .needingWords();
    }

    private static Measure duplicate(int n) {
        return Measure.fraction("fraction_of_characters_in_duplicate_" + n + "grams", (text, dialect) -> {
                    WordRuns words = runs(text, dialect);
                    WordRuns.Runs runs = words.of(n);
                    long all = 0;
                    long repeated = 0;
                    for (int i = 0; i < runs.counts().length; i++) {
                        long codePoints = (long) runs.counts()[i] * words.codePoints(runs.firsts()[i], n);
                        all += codePoints;
                        repeated += runs.counts()[i] > 1 ? codePoints : 0;
                    }
                    return runs.counts().length == 0 ? Double.NaN : rounded(part(repeated, all));
                })
                .needingWords();
    }

    private static WordRuns runs(TextParts text, Dialect dialect) {
        return text.get(new Grams(dialect.words()));
    }

    /** {@code part} of {@code whole}, which counts as 1 where there is nothing. */
    private static double part(long part, long whole) {
        return (double) part / Math.max(whole, 1);
    }

    /** The value to five places; a tie goes to the even digit, by the exact binary value as in Python. */
    static double rounded(double value) {
        double scaled = value * PLACES;
        if (Math.abs(Math.abs(scaled - Math.floor(scaled)) - 0.5) < 1e-6) {
            return new BigDecimal(value).setScale(5, RoundingMode.HALF_EVEN).doubleValue();
        }
        return Math.rint(scaled) / PLACES;
    }
}
