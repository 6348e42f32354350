package org.florilegium.tag;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/** Counts words as ICU sees them, so that scripts without spaces count too. */
final class WordCount {
    private final BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);

    int of(String text) {
        words.setText(text);
        int count = 0;
        while (words.next() != BreakIterator.DONE) {
            if (words.getRuleStatus() != BreakIterator.WORD_NONE) {
                count++;
            }
        }
        return count;
    }
}
