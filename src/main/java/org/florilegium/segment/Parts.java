package org.florilegium.segment;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a long text into parts, at the last paragraph bound that fits, else at a line, a sentence, a word.
 *
 * <p>Only whitespace at the cuts is lost: the parts joined, whitespace aside, are the text.
 */
final class Parts {
    private final String text;
    private final int max;

    private Parts(String text, int max) {
        this.text = text;
        this.max = max;
    }

    /** Parts of {@code text} of at most {@code max} code points; a text that fits is its own only part. */
    static List<String> of(String text, int max) {
        if (text.length() <= max || text.codePointCount(0, text.length()) <= max) {
            return List.of(text);
        }
        return new Parts(text, max).cut();
    }

    private List<String> cut() {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(start);
            String part = text.substring(start, end).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            start = end;
        }
        return parts;
    }

    private int end(int start) {
        if (text.length() - start <= max || text.codePointCount(start, text.length()) <= max) {
            return text.length();
        }
        int limit = text.offsetByCodePoints(start, max);
        int earliest = start + (limit - start) / 2;
        for (String bound : new String[] {"\n\n", "\n"}) {
            int at = text.lastIndexOf(bound, limit);
            if (at > earliest) {
                return at;
            }
        }
        int sentence = before(BreakIterator.getSentenceInstance(ULocale.ROOT), start, earliest, limit);
        return sentence > start ? sentence : wordEnd(start, earliest, limit);
    }

    private int wordEnd(int start, int earliest, int limit) {
        int word = before(BreakIterator.getWordInstance(ULocale.ROOT), start, earliest, limit);
        return word > start ? word : limit;
    }

    /** The last bound after {@code earliest} and up to {@code limit}; {@code start} where there is none. */
    private int before(BreakIterator bounds, int start, int earliest, int limit) {
        bounds.setText(text.substring(start, limit));
        int at = bounds.preceding(limit - start);
        return at != BreakIterator.DONE && start + at > earliest ? start + at : start;
    }
}
