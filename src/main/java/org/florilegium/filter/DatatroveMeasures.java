package org.florilegium.filter;

import static org.florilegium.filter.Measure.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * What datatrove 0.10 measures, with its denominators.
 *
 * <p>Fractions are of the whole text in code points unless the name says otherwise; of equally common runs of words the
 * first one seen is the top; a repeat is every occurrence after the first.
 */
final class DatatroveMeasures {
    /** Longest run of words that is measured. */
    static final int LONGEST_RUN = 10;

    private static final Aspect<LineCounts> LINE_COUNTS = text -> LineCounts.of(text.text());
    private static final Aspect<Repeats> LINES = text -> Repeats.amongLines(text.text());
    private static final Aspect<Repeats> PARAGRAPHS = text -> Repeats.amongParagraphs(text.text());

    /** Runs of the words that {@code split} finds. */
    private record Grams(WordSplit split) implements Aspect<WordGrams> {
        @Override
        public WordGrams of(TextParts text) {
            return new WordGrams(text.get(split));
        }
    }

    private DatatroveMeasures() {}

    static List<Measure> all() {
        List<Measure> all = new ArrayList<>();
        addWords(all);
        addLines(all);
        for (int n = 2; n <= LONGEST_RUN; n++) {
            addRuns(all, n);
        }
        all.addAll(FineWebMeasures.all());
        return all;
    }

    private static void addWords(List<Measure> all) {
        all.add(Measure.number("words", (text, dialect) -> words(text, dialect)).needingWords());
        all.add(counted("non_symbol_words", counts -> counts.proper()));
        all.add(counted("mean_word_length", counts -> ratio(counts.properCodePoints(), counts.proper())));
        all.add(counted("alphabetic_word_fraction", counts -> ratio(counts.alphabetic(), counts.words())));
        all.add(counted("distinct_stop_words", counts -> counts.stopWords()));
        all.add(perWord("hash_marks_per_word", LineCounts::hashMarks));
        all.add(perWord("ellipses_per_word", LineCounts::ellipsisMarks));
    }

    private static Measure counted(String key, ToDoubleFunction<WordCounts> value) {
        return Measure.number(key, (text, dialect) -> value.applyAsDouble(text.get(WordCounts.By.of(dialect))))
                .needingWords()
                .needing(Setting.SYMBOLS, Setting.STOP_WORDS);
    }

    private static Measure perWord(String key, ToLongFunction<LineCounts> marks) {
        return Measure.number(
                        key, (text, dialect) -> ratio(marks.applyAsLong(text.get(LINE_COUNTS)), words(text, dialect)))
                .needingWords();
    }

    private static int words(TextParts text, Dialect dialect) {
        return text.get(dialect.words()).count();
    }

    private static void addLines(List<Measure> all) {
        all.add(ofLines("bullet_line_fraction", LineCounts::bullets));
        all.add(ofLines("ellipsis_line_fraction", LineCounts::ellipses));
        addRepeats(all, "line", LINES);
        addRepeats(all, "paragraph", PARAGRAPHS);
    }

    private static Measure ofLines(String key, ToLongFunction<LineCounts> lines) {
        return Measure.fraction(key, (text, dialect) -> {
            LineCounts counts = text.get(LINE_COUNTS);
            return ratio(lines.applyAsLong(counts), counts.lines());
        });
    }

    private static void addRepeats(List<Measure> all, String piece, Aspect<Repeats> pieces) {
        all.add(Measure.fraction("duplicate_" + piece + "_fraction", (text, dialect) -> {
            Repeats repeats = text.get(pieces);
            return ratio(repeats.repeated(), repeats.pieces());
        }));
        all.add(Measure.fraction(
                "duplicate_" + piece + "_character_fraction",
                (text, dialect) -> ratio(text.get(pieces).repeatedCodePoints(), text.codePoints())));
    }

    private static void addRuns(List<Measure> all, int n) {
        // overlapping runs count in full, so this one may exceed 1
        all.add(Measure.number(
                        "top_" + n + "_gram_character_fraction",
                        (text, dialect) -> words(text, dialect) < n
                                ? Double.NaN
                                : ratio(grams(text, dialect).topRun(n), text.codePoints()))
                .needingWords());
        all.add(Measure.fraction(
                        "duplicate_" + n + "_gram_character_fraction",
                        (text, dialect) -> ratio(grams(text, dialect).duplicatedRuns(n), text.codePoints()))
                .needingWords());
        all.add(Measure.fraction("duplicate_" + n + "_gram_fraction_of_words", (text, dialect) -> {
                    WordGrams grams = grams(text, dialect);
                    return ratio(grams.duplicatedRuns(n), grams.codePoints());
                })
                .needingWords());
    }

    private static WordGrams grams(TextParts text, Dialect dialect) {
        return text.get(new Grams(dialect.words()));
    }
}
