package org.florilegium.filter;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/** Words between Unicode word boundaries; what is between words (spaces, punctuation) is left out. */
final class IcuWords {
    private static final BreakIterator WORDS = BreakIterator.getWordInstance(Locale.ROOT);

    private IcuWords() {}

    static Words in(String text) {
        BreakIterator breaks = (BreakIterator) WORDS.clone();
        breaks.setText(text);
        Words words = new Words(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (breaks.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT) {
                words.add(start, end);
            }
            start = end;
        }
        return words;
    }
}
