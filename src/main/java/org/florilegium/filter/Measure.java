package org.florilegium.filter;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/**
 * Something that can be measured in a text.
 *
 * <p>Fractions are 0 to 1 and relative to the whole text in code points, unless the name says otherwise.
 */
public final class Measure {
    /** Longest run of words that can be measured. */
    static final int LONGEST_RUN = 10;

    private static final Map<String, Measure> KNOWN = new TreeMap<>();

    static {
        put("characters", (text, lexicon) -> text.codePoints());
        putWords();
        putLines();
        putRepeats();
        putCharacters();
    }

    private final String key;
    private final ToDoubleBiFunction<TextParts, Lexicon> measure;

    private Measure(String key, ToDoubleBiFunction<TextParts, Lexicon> measure) {
        this.key = key;
        this.measure = measure;
    }

    /**
     * The measure of that name.
     *
     * @throws IllegalArgumentException naming the known measures when there is none
     */
    static Measure named(String key) {
        Measure found = KNOWN.get(key);
        if (found == null) {
            throw new IllegalArgumentException("unknown measure '" + key + "', must be one of " + KNOWN.keySet());
        }
        return found;
    }

    /** Name of the measure, snake case. */
    public String key() {
        return key;
    }

    /** The value for a text, NaN where the text is too short to have one. */
    double of(TextParts text, Lexicon lexicon) {
        return measure.applyAsDouble(text, lexicon);
    }

    @Override
    public String toString() {
        return key;
    }

    private static void put(String key, ToDoubleBiFunction<TextParts, Lexicon> measure) {
        KNOWN.put(key, new Measure(key, measure));
    }

    private static void putWords() {
        put("non_symbol_words", (text, lexicon) -> text.wordCounts(lexicon).proper());
        put("mean_word_length", (text, lexicon) -> {
            WordCounts counts = text.wordCounts(lexicon);
            return ratio(counts.properCodePoints(), counts.proper());
        });
        put("alphabetic_word_fraction", (text, lexicon) -> {
            WordCounts counts = text.wordCounts(lexicon);
            return ratio(counts.alphabetic(), counts.words());
        });
        put("distinct_stop_words", (text, lexicon) -> text.wordCounts(lexicon).stopWords());
        put(
                "hash_marks_per_word",
                (text, lexicon) ->
                        ratio(text.lineCounts().hashMarks(), text.words().count()));
        put(
                "ellipses_per_word",
                (text, lexicon) ->
                        ratio(text.lineCounts().ellipsisMarks(), text.words().count()));
    }

    private static void putLines() {
        put(
                "bullet_line_fraction",
                (text, lexicon) ->
                        ratio(text.lineCounts().bullets(), text.lineCounts().lines()));
        put(
                "ellipsis_line_fraction",
                (text, lexicon) ->
                        ratio(text.lineCounts().ellipses(), text.lineCounts().lines()));
        put(
                "duplicate_line_fraction",
                (text, lexicon) -> ratio(text.lines().repeated(), text.lines().pieces()));
        put(
                "duplicate_line_character_fraction",
                (text, lexicon) -> ratio(text.lines().repeatedCodePoints(), text.codePoints()));
        put(
                "duplicate_paragraph_fraction",
                (text, lexicon) ->
                        ratio(text.paragraphs().repeated(), text.paragraphs().pieces()));
        put(
                "duplicate_paragraph_character_fraction",
                (text, lexicon) -> ratio(text.paragraphs().repeatedCodePoints(), text.codePoints()));
    }

    private static void putRepeats() {
        for (int n = 2; n <= LONGEST_RUN; n++) {
            int words = n;
            put(
                    "top_" + n + "_gram_character_fraction",
                    (text, lexicon) -> text.words().count() < words
                            ? Double.NaN
                            : ratio(text.grams().topRun(words), text.codePoints()));
            put(
                    "duplicate_" + n + "_gram_character_fraction",
                    (text, lexicon) -> ratio(text.grams().duplicatedRuns(words), text.codePoints()));
            put(
                    "duplicate_" + n + "_gram_fraction_of_words",
                    (text, lexicon) -> ratio(
                            text.grams().duplicatedRuns(words), text.grams().codePoints()));
        }
    }

    private static void putCharacters() {
        put("visible_characters", (text, lexicon) -> text.characters().visible());
        put(
                "letter_fraction_of_visible",
                (text, lexicon) ->
                        ratio(text.characters().letters(), text.characters().visible()));
        put(
                "broken_fraction_of_visible",
                (text, lexicon) ->
                        ratio(text.characters().broken(), text.characters().visible()));
        put(
                "commonest_fraction_of_visible",
                (text, lexicon) ->
                        ratio(text.characters().commonest(), text.characters().visible()));
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
