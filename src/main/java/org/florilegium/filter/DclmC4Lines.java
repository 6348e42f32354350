package org.florilegium.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * C4's line edits as DCLM applies them: no citations, only lines that end with a mark and have enough words.
 *
 * <pre>
 * kind: dclm-c4-lines
 * sentences: marks
 * min_words: 5                   words of a line
 * max_word_length: 1000          code points of a word
 * policy_phrases: [PHRASE]       a line with one of them is left out, as is one with javascript; lower case
 * </pre>
 *
 * @param sentences how sentences are counted
 * @param minWords fewest words of a line that stays, unless it is empty
 * @param maxWordLength a line with a longer word is left out
 * @param policyPhrases in lower case
 */
record DclmC4Lines(SentenceSplit sentences, int minWords, int maxWordLength, List<String> policyPhrases)
        implements TextEdit {
    static final String KIND = "dclm-c4-lines";

    private static final String SPACE = "[\\p{IsWhite_Space}\\x1C-\\x1F]*$";
    private static final Pattern CITATION = Pattern.compile("\\[\\p{Nd}*\\]|\\[edit\\]|\\[citation needed\\]");
    private static final Pattern END_MARK = Pattern.compile("[.!?\"…]" + SPACE, Pattern.UNIX_LINES);
    private static final Pattern ELLIPSIS = Pattern.compile("(?:\\.\\.\\.|…)" + SPACE, Pattern.UNIX_LINES);

    static DclmC4Lines read(RecipeSection section) {
        return new DclmC4Lines(
                SentenceSplit.named(section.word("sentences", "", SentenceSplit.words())),
                section.whole("min_words", 0),
                section.whole("max_word_length", 1),
                section.texts("policy_phrases"));
    }

    @Override
    public List<String> measures() {
        return List.of("lorem_ipsum", "curly_bracket", "sentences");
    }

    @Override
    public Edited of(TextParts text) {
        String kept = keep(text.text(), line -> !hasLongWord(Words.in(line)));
        kept = keep(CITATION.matcher(kept).replaceAll(""), this::endsProperly);
        kept = keep(kept, line -> line.isEmpty() || Words.in(line).count() >= minWords);
        boolean lorem = kept.toLowerCase(Locale.ROOT).contains("lorem ipsum");
        kept = keep(kept, line -> !line.toLowerCase(Locale.ROOT).contains("javascript"));
        boolean bracket = kept.indexOf('{') >= 0;
        kept = Lines.strip(keep(kept, this::hasNoPolicyPhrase));
        return new Edited(
                Optional.of(kept),
                Map.of(
                        "lorem_ipsum", lorem ? 1.0 : 0.0,
                        "curly_bracket", bracket ? 1.0 : 0.0,
                        "sentences", (double) sentences.count(kept)));
    }

    private static String keep(String text, Predicate<String> stays) {
        return Arrays.stream(text.split("\n", -1)).filter(stays).collect(Collectors.joining("\n"));
    }

    private boolean hasLongWord(Words words) {
        for (int i = 0; i < words.count(); i++) {
            if (words.text().codePointCount(words.start(i), words.end(i)) > maxWordLength) {
                return true;
            }
        }
        return false;
    }

    private boolean endsProperly(String line) {
        return line.isEmpty()
                || (END_MARK.matcher(line).find() && !ELLIPSIS.matcher(line).find());
    }

    private boolean hasNoPolicyPhrase(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return policyPhrases.stream().noneMatch(lower::contains);
    }
}
