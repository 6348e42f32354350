package org.florilegium.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * C4's line rules (Raffel et al. 2020, JMLR 21-140) as datatrove 0.10 applies them: citations are removed, unfit lines
 * are left out, and some phrases make the whole text unfit.
 *
 * @param sentences how sentences are counted in a line
 * @param needsEndMark whether a line must end in one of {@code . ? ! " '} and not in three dots
 * @param minWords fewest words of a line that stays, between white space
 * @param maxWordLength longest word of a line that stays, in code points
 * @param policyPhrases phrases in lower case that no line may have
 */
record C4Lines(
        SentenceSplit sentences, boolean needsEndMark, int minWords, int maxWordLength, List<String> policyPhrases)
        implements TextEdit {
    static final String KIND = "c4-lines";

    private static final Pattern CITATION = Pattern.compile("\\[\\p{Nd}*]|\\[edit]|\\[citation needed]");

    C4Lines {
        policyPhrases = List.copyOf(policyPhrases);
    }

    static C4Lines read(RecipeSection section) {
        return new C4Lines(
                SentenceSplit.named(section.word("sentences", "", SentenceSplit.words())),
                section.flag("needs_end_mark"),
                section.whole("min_words", 0),
                section.whole("max_word_length", 1),
                section.texts("policy_phrases"));
    }

    @Override
    public List<String> measures() {
        return List.of(
                "lines",
                "lines_kept",
                "lines_with_long_word",
                "lines_without_end_mark",
                "lines_with_few_words",
                "lines_with_javascript",
                "lines_with_policy",
                "lorem_ipsum_lines",
                "curly_bracket_lines",
                "sentences");
    }

    @Override
    public Edited of(TextParts text) {
        Pass pass = new Pass();
        String whole = text.text();
        int start = 0;
        while (start < whole.length() && !pass.unfit) {
            int end = Lines.end(whole, start);
            pass.take(whole.substring(start, end));
            start = Lines.next(whole, end);
        }
        return pass.edited();
    }

    /** One walk over the lines of a text. */
    private final class Pass {
        private final Map<String, Double> counts = new TreeMap<>();
        private final List<String> kept = new ArrayList<>();
        private int sentencesKept;
        private boolean unfit;

        Pass() {
            measures().forEach(key -> counts.put(key, 0.0));
        }

        void take(String raw) {
            count("lines");
            String stripped = Lines.strip(raw);
            Words words = Words.in(stripped);
            if (hasLongWord(words)) {
                count("lines_with_long_word");
                return;
            }
            String line = CITATION.matcher(stripped).replaceAll("");
            if (needsEndMark && !endsProperly(line)) {
                count("lines_without_end_mark");
            } else if (words.count() < minWords) {
                count("lines_with_few_words");
            } else {
                takeByPhrase(line);
            }
        }

        private void takeByPhrase(String line) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.contains("lorem ipsum")) {
                unfit = true;
                count("lorem_ipsum_lines");
            } else if (lower.contains("javascript")) {
                count("lines_with_javascript");
            } else if (line.contains("{")) {
                unfit = true;
                count("curly_bracket_lines");
            } else if (policyPhrases.stream().anyMatch(lower::contains)) {
                count("lines_with_policy");
            } else {
                sentencesKept += sentences.count(line);
                kept.add(line);
            }
        }

        private void count(String key) {
            counts.merge(key, 1.0, Double::sum);
        }

        Edited edited() {
            counts.put("lines_kept", (double) kept.size());
            counts.put("sentences", (double) sentencesKept);
            if (unfit) {
                counts.remove("sentences");
                return new Edited(Optional.empty(), counts);
            }
            return new Edited(Optional.of(Lines.strip(String.join("\n", kept))), counts);
        }
    }

    private boolean hasLongWord(Words words) {
        for (int i = 0; i < words.count(); i++) {
            int units = words.end(i) - words.start(i);
            if (units > maxWordLength && words.text().codePointCount(words.start(i), words.end(i)) > maxWordLength) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsProperly(String line) {
        return !line.isEmpty() && ".?!\"'".indexOf(line.charAt(line.length() - 1)) >= 0 && !line.endsWith("...");
    }
}
