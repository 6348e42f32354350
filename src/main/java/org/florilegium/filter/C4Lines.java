package org.florilegium.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private static final List<String> MEASURES = List.of(
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
    private static final int LINES = 0;
    private static final int LINES_KEPT = 1;
    private static final int LONG_WORD = 2;
    private static final int NO_END_MARK = 3;
    private static final int FEW_WORDS = 4;
    private static final int JAVASCRIPT_LINES = 5;
    private static final int POLICY_LINES = 6;
    private static final int LOREM_IPSUM_LINES = 7;
    private static final int CURLY_BRACKET_LINES = 8;
    private static final int SENTENCES = 9;
    private static final String LOREM_IPSUM = "lorem ipsum";
    private static final String JAVASCRIPT = "javascript";

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
        return MEASURES;
    }

    @Override
    public Edited of(TextParts text) {
        String whole = text.text();
        Pass pass = new Pass(whole);
        int start = 0;
        while (start < whole.length() && !pass.unfit) {
            int end = Lines.end(whole, start);
            pass.take(Lines.strip(whole, start, end));
            start = Lines.next(whole, end);
        }
        return pass.edited();
    }

    /** One walk over the lines of a text. */
    private final class Pass {
        private final int[] counts = new int[MEASURES.size()];
        private final StringBuilder kept;
        private final boolean citing;
        private final boolean phrased;
        private int sentencesKept;
        private boolean unfit;

        Pass(String text) {
            this.kept = new StringBuilder(text.length());
            this.citing = text.indexOf('[') >= 0;
            // no line has what the text has not, unless taking a citation out joins what was apart
            this.phrased = citing || text.indexOf('{') >= 0 || hasPhrase(text);
        }

        void take(String stripped) {
            count(LINES);
            int words = Words.count(stripped);
            if (stripped.length() > maxWordLength && hasLongWord(Words.in(stripped))) {
                count(LONG_WORD);
                return;
            }
            String line = citing ? CITATION.matcher(stripped).replaceAll("") : stripped;
            if (needsEndMark && !endsProperly(line)) {
                count(NO_END_MARK);
            } else if (words < minWords) {
                count(FEW_WORDS);
            } else if (phrased) {
                takeByPhrase(line);
            } else {
                keep(line);
            }
        }

        private void takeByPhrase(String line) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.contains(LOREM_IPSUM)) {
                unfit = true;
                count(LOREM_IPSUM_LINES);
            } else if (lower.contains(JAVASCRIPT)) {
                count(JAVASCRIPT_LINES);
            } else if (line.contains("{")) {
                unfit = true;
                count(CURLY_BRACKET_LINES);
            } else if (hasPolicyPhrase(lower)) {
                count(POLICY_LINES);
            } else {
                keep(line);
            }
        }

        private void keep(String line) {
            sentencesKept += sentences.count(line);
            if (counts[LINES_KEPT] > 0) {
                kept.append('\n');
            }
            count(LINES_KEPT);
            kept.append(line);
        }

        private void count(int measure) {
            counts[measure]++;
        }

        Edited edited() {
            counts[SENTENCES] = sentencesKept;
            Map<String, Double> measured = new HashMap<>();
            for (int i = 0; i < (unfit ? SENTENCES : counts.length); i++) {
                measured.put(MEASURES.get(i), (double) counts[i]);
            }
            return new Edited(unfit ? Optional.empty() : Optional.of(Lines.strip(kept.toString())), measured);
        }
    }

    private boolean hasPhrase(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains(LOREM_IPSUM) || lower.contains(JAVASCRIPT) || hasPolicyPhrase(lower);
    }

    private boolean hasPolicyPhrase(String lower) {
        for (String phrase : policyPhrases) {
            if (lower.contains(phrase)) {
                return true;
            }
        }
        return false;
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
