package org.florilegium.decontaminate;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import net.openhft.hashing.LongHashFunction;

/**
 * The words of a text as hashes without regard to case, accents and punctuation, with their places in the text.
 *
 * <p>A word is a run of letters, digits and marks. In scripts without spaces ICU's dictionaries divide the run.
 */
final class WordHashes {
    private static final LongHashFunction HASH = LongHashFunction.xx();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    private final String text;
    private long[] hashes = new long[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    private WordHashes(String text) {
        this.text = text;
    }

    static WordHashes of(String text) {
        WordHashes words = new WordHashes(text);
        int start = -1;
        boolean dictionary = false;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (isWord(codePoint)) {
                start = start < 0 ? i : start;
                dictionary |= codePoint >= 0x0E00 && needsDictionary(codePoint);
            } else if (start >= 0) {
                words.addRun(start, i, dictionary);
                start = -1;
                dictionary = false;
            }
            i += Character.charCount(codePoint);
        }
        if (start >= 0) {
            words.addRun(start, text.length(), dictionary);
        }
        return words;
    }

    private static boolean isWord(int codePoint) {
        if (codePoint < 0x80) {
            return (codePoint >= 'a' && codePoint <= 'z')
                    || (codePoint >= 'A' && codePoint <= 'Z')
                    || (codePoint >= '0' && codePoint <= '9');
        }
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean needsDictionary(int codePoint) {
        int lineBreak = UCharacter.getIntPropertyValue(codePoint, UProperty.LINE_BREAK);
        int script = UScript.getScript(codePoint);
        return lineBreak == UCharacter.LineBreak.COMPLEX_CONTEXT
                || script == UScript.HAN
                || script == UScript.HIRAGANA
                || script == UScript.KATAKANA;
    }

    private void addRun(int start, int end, boolean dictionary) {
        if (!dictionary) {
            add(start, end);
            return;
        }
        BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(text.substring(start, end));
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; to = words.next()) {
            add(start + from, start + to);
            from = to;
        }
    }

    private void add(int start, int end) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        hashes[count] = HASH.hashChars(fold(text.substring(start, end)));
        starts[count] = start;
        ends[count++] = end;
    }

    private static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        StringBuilder folded = new StringBuilder();
        NFD.normalize(lower)
                .codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    int count() {
        return count;
    }

    /** Hash of {@code n} words from word {@code i} on. */
    long run(int i, int n) {
        return HASH.hashLongs(hashes, i, n);
    }

    /** Code points of the text before word {@code i}. */
    int codePointStart(int i) {
        return text.codePointCount(0, starts[i]);
    }

    /** Code points of the text up to the end of word {@code i}. */
    int codePointEnd(int i) {
        return text.codePointCount(0, ends[i]);
    }
}
