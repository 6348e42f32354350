package org.florilegium.filter.spacy;

import java.util.BitSet;

/** Sentences as spaCy's sentencizer parts them: behind a mark and the punctuation that follows it. */
public final class EnglishSentences {
    private static final BitSet ENDS = EnglishFacts.points(EnglishFacts.INSTANCE.sentenceEnds());

    private EnglishSentences() {}

    /** How many {@code text} has, at least 1: a text without any token is one part. */
    public static int count(String text) {
        Tokens tokens = EnglishTokens.of(text);
        int sentences = 1;
        boolean ended = false;
        for (int i = 0; i < tokens.count(); i++) {
            boolean end = isEnd(tokens, i);
            if (ended && !end && !isPunctuation(tokens, i)) {
                sentences++;
                ended = false;
            } else if (end) {
                ended = true;
            }
        }
        return sentences;
    }

    private static boolean isEnd(Tokens tokens, int i) {
        int c = tokens.text().codePointAt(tokens.start(i));
        return tokens.end(i) - tokens.start(i) == Character.charCount(c) && ENDS.get(c);
    }

    private static boolean isPunctuation(Tokens tokens, int i) {
        int at = tokens.start(i);
        while (at < tokens.end(i)) {
            int c = tokens.text().codePointAt(at);
            switch (Character.getType(c)) {
                case Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.START_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION,
                        Character.OTHER_PUNCTUATION -> at += Character.charCount(c);
                default -> {
                    return false;
                }
            }
        }
        return true;
    }
}
