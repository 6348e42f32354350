package org.florilegium.filter;

import org.florilegium.filter.spacy.EnglishTokens;
import org.florilegium.filter.spacy.Tokens;

/** Words of spaCy's blank English pipeline: its tokens but those of white space; punctuation marks are words. */
final class SpacyWords {
    private SpacyWords() {}

    static Words in(String text) {
        Tokens tokens = EnglishTokens.of(text);
        Words words = new Words(text);
        for (int i = 0; i < tokens.count(); i++) {
            if (!Words.isSpace(text.charAt(tokens.start(i)))) {
                words.add(tokens.start(i), tokens.end(i));
            }
        }
        return words;
    }
}
