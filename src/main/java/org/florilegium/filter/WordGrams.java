package org.florilegium.filter;

import java.util.Arrays;

/**
 * Repeated runs of words, in the two ways in which datatrove counts them.
 *
 * <p>The top run is compared word by word: {@link RepeatedRuns}. Duplicated runs are compared as joined without spaces, so
 * {@code ab c} and {@code a bc} are the same run there: by a hash and, where hashes agree, letter by letter, so the answer is
 * exact. Most runs begin like no other in the text and are never looked up.
 */
final class WordGrams {
    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final long[] POWERS = powers();
    private static final long BASE_SQUARED = POWERS[2];
    private static final int UNKNOWN = -1;

    private final int count;
    private final char[] letters;
    private final int[] offsets;
    private final int[] codePoints;
    private final long[] hashes;
    private final RepeatedRuns repeated;
    private final int[] top = filled();
    private final int[] duplicated = filled();
    private boolean[] likeAnother = {};
    private int shortestLike = Integer.MAX_VALUE;

    WordGrams(Words words) {
        count = words.count();
        offsets = new int[count + 1];
        codePoints = new int[count + 1];
        for (int i = 0; i < count; i++) {
            offsets[i + 1] = offsets[i] + words.end(i) - words.start(i);
        }
        letters = new char[offsets[count]];
        hashes = new long[letters.length + 1];
        for (int i = 0; i < count; i++) {
            words.text().getChars(words.start(i), words.end(i), letters, offsets[i]);
            codePoints[i + 1] = codePoints[i] + words.text().codePointCount(words.start(i), words.end(i));
        }
        hash();
        repeated = new RepeatedRuns(letters, offsets, this::hash);
    }

    private static int[] filled() {
        int[] answers = new int[DatatroveMeasures.LONGEST_RUN + 1];
        Arrays.fill(answers, UNKNOWN);
        return answers;
    }

    private static long[] powers() {
        long[] powers = new long[512];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * BASE;
        }
        return powers;
    }

    /** Hashes of all letters up to each one, from which that of any stretch follows. */
    private void hash() {
        int i = 0;
        for (; i + 1 < letters.length; i += 2) { // in pairs: each hash waits for the one before
            long two = (letters[i] + 1) * BASE + letters[i + 1] + 1;
            hashes[i + 1] = hashes[i] * BASE + letters[i] + 1;
            hashes[i + 2] = hashes[i] * BASE_SQUARED + two;
        }
        if (i < letters.length) {
            hashes[i + 1] = hashes[i] * BASE + letters[i] + 1;
        }
    }

    private long hash(int from, int to) {
        return hashes[to] - hashes[from] * power(to - from);
    }

    private static long power(int exponent) {
        long power = POWERS[exponent % POWERS.length];
        long step = POWERS[POWERS.length - 1] * BASE;
        for (int left = exponent / POWERS.length; left > 0; left--) {
            power *= step;
        }
        return power;
    }

    /** Code points of all words, without the white space between them. */
    int codePoints() {
        return codePoints[count];
    }

    /**
     * Code points in all occurrences of the commonest run of {@code n} words, its spaces included; the first of equally
     * common runs counts, even one that occurs once. 0 for a text with fewer words.
     */
    int topRun(int n) {
        if (top[n] == UNKNOWN) {
            int runs = count - n + 1;
            RepeatedRuns.Top found = repeated.top(n);
            top[n] = runs <= 0
                    ? 0
                    : (codePoints[found.first() + n] - codePoints[found.first()] + n - 1) * found.occurrences();
        }
        return top[n];
    }

    /** Code points in runs of {@code n} words that occurred before; after such a run the search goes on behind it. */
    int duplicatedRuns(int n) {
        if (duplicated[n] == UNKNOWN) {
            duplicated[n] = findDuplicatedRuns(n);
        }
        return duplicated[n];
    }

    private int findDuplicatedRuns(int n) {
        int runs = count - n + 1;
        if (runs < 2) {
            return 0;
        }
        int[] table = RepeatedRuns.table(markLikeAnother(n));
        int length = 0;
        int i = 0;
        while (i < runs) {
            if (!likeAnother[i]) {
                i++;
                continue;
            }
            int slot = slot(table, i, n);
            if (table[slot] == 0) {
                table[slot] = i + 1;
                i++;
            } else {
                length += codePoints[i + n] - codePoints[i];
                i += n;
            }
        }
        return length;
    }

    private int slot(int[] table, int run, int n) {
        long hash = hash(offsets[run], offsets[run + n]);
        int slot = RepeatedRuns.slot(hash, table.length);
        while (table[slot] != 0 && !sameLetters(table[slot] - 1, run, n)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean sameLetters(int a, int b, int n) {
        return Arrays.equals(letters, offsets[a], offsets[a + n], letters, offsets[b], offsets[b + n]);
    }

    /**
     * Marks every word from which on the letters are those from another word on, as far as the shortest run of {@code n}
     * words goes: no other word can begin a run of {@code n} words or more that is like another. Returns how many there are.
     */
    private int markLikeAnother(int n) {
        if (n < shortestLike) {
            shortestLike = n;
            likeAnother = new boolean[count];
            int shared = Integer.MAX_VALUE;
            for (int i = 0; i + n <= count; i++) {
                shared = Math.min(shared, offsets[i + n] - offsets[i]);
            }
            markLike(shared, count - n + 1);
        }
        int marked = 0;
        for (boolean like : likeAnother) {
            marked += like ? 1 : 0;
        }
        return marked;
    }

    private void markLike(int shared, int runs) {
        int[] table = RepeatedRuns.table(runs);
        long[] beginnings = new long[runs];
        for (int i = 0; i < runs; i++) {
            beginnings[i] = hash(offsets[i], offsets[i] + shared);
            int slot = RepeatedRuns.slot(beginnings[i], table.length);
            while (table[slot] != 0 && beginnings[table[slot] - 1] != beginnings[i]) {
                slot = (slot + 1) & (table.length - 1);
            }
            if (table[slot] == 0) {
                table[slot] = i + 1;
            } else {
                likeAnother[table[slot] - 1] = true;
                likeAnother[i] = true;
            }
        }
    }
}
