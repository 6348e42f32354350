package org.florilegium.filter;

import static org.florilegium.filter.Measure.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What DCLM's heuristics measure.
 *
 * <p>Three kinds of words: those between white space for their length, symbols, letters and stop words; {@link
 * DclmWords#PLAIN} for the length of a page; Unicode words without punctuation for repetition. Of equally common runs the
 * longest is the top, and a text without a repeated run has 0; repeated runs count each of their words once, all copies.
 * A single line or paragraph is never a repetition.
 */
final class DclmMeasures {
    private static final int LONGEST_RUN = 10;
    private static final List<String> SYMBOLS = List.of("#", "...", ". . .", "…");
    private static final Aspect<WordRuns> RUNS = text -> new WordRuns(UnicodeWords.in(text.text()));

    private DclmMeasures() {}

    static List<Measure> all() {
        List<Measure> all = new ArrayList<>();
        addWords(all);
        addSegments(all);
        Stream.of(2, 3, 4).map(DclmMeasures::top).forEach(all::add);
        for (int n = 5; n <= LONGEST_RUN; n++) {
            all.add(duplicate(n));
        }
        return all;
    }

    private static void addWords(List<Measure> all) {
        all.add(Measure.number(
                "plain_words", (text, dialect) -> text.get(DclmWords.PLAIN).count()));
        all.add(Measure.number("mean_word_length", (text, dialect) -> {
                    DclmWords words = words(text, dialect);
                    return ratio(words.codePoints(), words.count());
                })
                .needing(Setting.STOP_WORDS));
        all.add(Measure.number(
                "symbols_per_word",
                (text, dialect) -> ratio(
                        symbols(text.text()), text.get(WordSplit.WHITESPACE).count())));
        all.add(Measure.fraction("non_alphabetic_word_fraction", (text, dialect) -> {
                    DclmWords words = words(text, dialect);
                    return ratio(words.withoutLetter(), words.count());
                })
                .needing(Setting.STOP_WORDS));
        all.add(Measure.number(
                        "stop_words", (text, dialect) -> words(text, dialect).stopWords())
                .needing(Setting.STOP_WORDS));
    }

    private static DclmWords words(TextParts text, Dialect dialect) {
        return text.get(new DclmWords.By(dialect.wordList(Setting.STOP_WORDS)));
    }

    private static long symbols(String text) {
        long count = 0;
        for (String symbol : SYMBOLS) {
            for (int i = text.indexOf(symbol); i >= 0; i = text.indexOf(symbol, i + symbol.length())) {
                count++;
            }
        }
        return count;
    }

    private static void addSegments(List<Measure> all) {
        all.add(Measure.fraction("bullet_line_fraction", (text, dialect) -> {
            DclmSegments lines = text.get(DclmSegments.LINES);
            return ratio(lines.bullets(), lines.count());
        }));
        all.add(Measure.fraction("ellipsis_line_fraction", (text, dialect) -> {
            DclmSegments lines = text.get(DclmSegments.LINES);
            return ratio(lines.ellipses(), lines.count());
        }));
        addRepeats(all, "line", DclmSegments.LINES);
        addRepeats(all, "paragraph", DclmSegments.PARAGRAPHS);
    }

    private static void addRepeats(List<Measure> all, String piece, Aspect<DclmSegments> pieces) {
        all.add(Measure.fraction("duplicate_" + piece + "_fraction", (text, dialect) -> {
            DclmSegments segments = text.get(pieces);
            return segments.count() < 2 ? Double.NaN : ratio(segments.repeated(), segments.count());
        }));
        all.add(Measure.fraction("duplicate_" + piece + "_character_fraction", (text, dialect) -> {
            DclmSegments segments = text.get(pieces);
            return segments.count() < 2 ? Double.NaN : ratio(segments.repeatedCodePoints(), segments.codePoints());
        }));
    }

    private static Measure top(int n) {
        // overlapping runs count in full, so this one may exceed 1
        return Measure.number("top_" + n + "_gram_character_fraction", (text, dialect) -> {
            WordRuns words = text.get(RUNS);
            WordRuns.Runs runs = words.of(n);
            int best = runs.commonest();
            if (best < 0) {
                return Double.NaN;
            }
            int most = runs.counts()[best];
            int longest = 0;
            for (int i = best; i < runs.counts().length; i++) {
                if (runs.counts()[i] == most) {
                    longest = Math.max(longest, words.codePoints(runs.firsts()[i], n));
                }
            }
            return most == 1 ? 0 : ratio((long) longest * most, words.codePoints(0, words.words()));
        });
    }

    private static Measure duplicate(int n) {
        return Measure.fraction("duplicate_" + n + "_gram_character_fraction", (text, dialect) -> {
            WordRuns words = text.get(RUNS);
            WordRuns.Runs runs = words.of(n);
            if (runs.counts().length == 0) {
                return Double.NaN;
            }
            long repeated = 0;
            int counted = 0;
            for (int i = 0; i < runs.numbers().length; i++) {
                if (runs.counts()[runs.numbers()[i]] > 1) {
                    int from = Math.max(i, counted);
                    repeated += words.codePoints(from, i + n - from);
                    counted = i + n;
                }
            }
            return ratio(repeated, words.codePoints(0, words.words()));
        });
    }
}
