package org.florilegium.filter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Leaves out the lines that dolma's C4 tagger marks, and tells what else that tagger sees.
 *
 * <pre>
 * kind: dolma-lines
 * version: 2                      c4_v1 or c4_v2: how {@code javascript} is found
 * without_end_mark: true          lines that do not end in . ? ! or " are left out
 * with_few_words: true            lines of less than three words are left out
 * naughty_words: [WORD, A PHRASE] optional
 * </pre>
 *
 * <p>{@code c4_v2} finds its lines in the text in lower case, which is longer where a dotted capital I (U+0130) is; the
 * stretches that it marks then lie off by one in the text, and so they do here.
 *
 * @param version 1 or 2
 * @param withoutEndMark whether lines without an end mark are left out
 * @param withFewWords whether lines of less than three words are left out
 * @param naughtyWords words and phrases that are looked for in lower case
 */
record DolmaLines(int version, boolean withoutEndMark, boolean withFewWords, List<String> naughtyWords)
        implements TextEdit {
    static final String KIND = "dolma-lines";

    private static final int FEW_WORDS = 3;

    static DolmaLines read(RecipeSection section) {
        int version = section.whole("version", 1);
        if (version > 2) {
            throw section.fault("version", "must be 1 or 2, was " + version);
        }
        return new DolmaLines(
                version,
                section.flag("without_end_mark"),
                section.flag("with_few_words"),
                section.texts("naughty_words"));
    }

    @Override
    public List<String> measures() {
        List<String> always = List.of(
                "has_curly_brace",
                "has_javascript",
                "has_lorem_ipsum",
                "line_count",
                "lines_with_no_ending_punctuation",
                "lines_with_too_few_words");
        List<String> all = new ArrayList<>(always);
        if (!naughtyWords.isEmpty()) {
            all.add("has_naughty_word");
        }
        return all;
    }

    @Override
    public Edited of(TextParts text) {
        String lower = text.text().toLowerCase(Locale.ROOT);
        Pass pass = new Pass();
        pass.flags(lower);
        String whole = version == 2 ? lower : text.text();
        int start = 0;
        while (start <= whole.length()) {
            int feed = whole.indexOf('\n', start);
            int end = feed < 0 ? whole.length() : feed;
            pass.line(whole.substring(start, end), end < whole.length());
            start = end + 1;
        }
        return new Edited(Optional.of(without(text.text(), pass.left)), pass.measurements);
    }

    private static String without(String text, BitSet left) {
        if (left.isEmpty()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        int number = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!left.get(number++)) {
                kept.appendCodePoint(text.codePointAt(i));
            }
        }
        return kept.toString();
    }

    /** One walk over the lines of a text. */
    private final class Pass {
        private final Map<String, Double> measurements = new TreeMap<>();
        private final BitSet left = new BitSet();
        private int start;

        Pass() {
            measures().forEach(key -> measurements.put(key, 0.0));
        }

        void flags(String lower) {
            flag("has_curly_brace", lower.indexOf('{') >= 0);
            flag("has_lorem_ipsum", lower.contains("lorem ipsum"));
            boolean javascript = lower.contains("javascript");
            flag("has_javascript", javascript && (version == 2 || hasWord(lower, "javascript")));
            if (!naughtyWords.isEmpty()) {
                flag("has_naughty_word", naughtyWords.stream().anyMatch(word -> hasNaughty(lower, word)));
            }
        }

        private boolean hasNaughty(String lower, String word) {
            return lower.contains(word) && (word.contains(" ") || hasWord(lower, word));
        }

        private boolean hasWord(String lower, String wanted) {
            Words words = Words.in(lower);
            for (int i = 0; i < words.count(); i++) {
                if (words.end(i) - words.start(i) == wanted.length() && lower.startsWith(wanted, words.start(i))) {
                    return true;
                }
            }
            return false;
        }

        void line(String line, boolean more) {
            int end = start + line.codePointCount(0, line.length()) + (more ? 1 : 0);
            String stripped = Lines.strip(line);
            boolean marked = !stripped.isEmpty() && ".?!\"".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
            boolean few = Words.in(stripped).count() < FEW_WORDS;
            count("line_count", true);
            count("lines_with_no_ending_punctuation", !marked);
            count("lines_with_too_few_words", few);
            if ((withoutEndMark && !marked) || (withFewWords && few)) {
                left.set(start, end);
            }
            start = end;
        }

        private void flag(String key, boolean value) {
            measurements.put(key, value ? 1.0 : 0.0);
        }

        private void count(String key, boolean counts) {
            measurements.merge(key, counts ? 1.0 : 0.0, Double::sum);
        }
    }
}
