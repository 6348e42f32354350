package org.florilegium.decontaminate;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;

/**
 * The words of a text as hashes without regard to case, accents and punctuation, with their places in the text.
 *
 * <p>A word is a run of letters, digits and marks. In scripts without spaces ICU's dictionaries divide the run.
 */
final class WordHashes {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long LETTER = 0xD6E8FEB86659FD93L;
    /** Odd, so that no word of a run is lost in its hash. */
    private static final long WORD = 0xBF58476D1CE4E5B9L;

    private static final char FIRST_MARK = 0x300;
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    private final String text;
    private long[] hashes = new long[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;
    /** Of all words up to each, so that the hash of a run is one difference. */
    private long[] before = {0};

    private WordHashes(String text) {
        this.text = text;
    }

    static WordHashes of(String text) {
        WordHashes words = new WordHashes(text);
        words.scan();
        words.before = new long[words.count + 1];
        for (int i = 0; i < words.count; i++) {
            words.before[i + 1] = words.before[i] * WORD + words.hashes[i];
        }
        return words;
    }

    /** Words of ASCII, nearly all in most texts, are hashed letter by letter as they are found. */
    private void scan() {
        int start = -1;
        long hash = SEED;
        boolean ascii = true;
        boolean dictionary = false;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            int codePoint = c < 0x80 ? c : text.codePointAt(i);
            if (isWord(codePoint)) {
                start = start < 0 ? i : start;
                if (c < 0x80) {
                    hash = (hash ^ lower(c)) * LETTER;
                } else {
                    ascii = false;
                    dictionary |= codePoint >= 0x0E00 && needsDictionary(codePoint);
                }
            } else if (start >= 0) {
                addRun(start, i, ascii, hash, dictionary);
                start = -1;
                hash = SEED;
                ascii = true;
                dictionary = false;
            }
            i += c < 0x80 ? 1 : Character.charCount(codePoint);
        }
        if (start >= 0) {
            addRun(start, text.length(), ascii, hash, dictionary);
        }
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }

    private static long hash(String folded) {
        long hash = SEED;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * LETTER;
        }
        return hash;
    }

    /** Spreads every bit over all others: products alone leave the low ones weak. */
    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
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

    private void addRun(int start, int end, boolean ascii, long hash, boolean dictionary) {
        if (ascii) {
            add(start, end, hash);
            return;
        }
        if (!dictionary) {
            add(start, end, hash(fold(text.substring(start, end))));
            return;
        }
        BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(text.substring(start, end));
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; to = words.next()) {
            add(start + from, start + to, hash(fold(text.substring(start + from, start + to))));
            from = to;
        }
    }

    private void add(int start, int end, long hash) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        hashes[count] = mix(hash);
        starts[count] = start;
        ends[count++] = end;
    }

    private static String fold(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String apart = NFD.isNormalized(lower) ? lower : NFD.normalize(lower);
        return hasAccents(apart) ? withoutAccents(apart) : apart;
    }

    private static boolean hasAccents(String apart) {
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c >= FIRST_MARK && (Character.isSurrogate(c) || Character.getType(c) == Character.NON_SPACING_MARK)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutAccents(String apart) {
        StringBuilder folded = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.NON_SPACING_MARK)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    int count() {
        return count;
    }

    private static long power(int n) {
        long power = 1;
        for (int i = 0; i < n; i++) {
            power *= WORD;
        }
        return power;
    }

    /** Hash of {@code n} words from word {@code i} on. */
    long run(int i, int n) {
        return mix(before[i + n] - before[i] * power(n));
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
