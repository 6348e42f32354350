package org.florilegium.filter;

import java.util.Arrays;

/**
 * Repeated runs of words, in the two ways in which datatrove counts them.
 *
 * <p>Runs are compared by a rolling hash and, where hashes agree, character by character, so the answer is exact. The
 * top run is compared with its spaces; duplicated runs are compared as joined without any, so {@code ab c} and {@code a
 * bc} are the same run there.
 */
final class WordGrams {
    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final int UNKNOWN = -1;

    private final int count;
    private final char[] letters;
    private final int[] offsets;
    private final int[] codePoints;
    private final long[] hashes;
    private final long[] powers;
    private final long[] joined;
    private int joinedWords = 1;
    private final int[] top = filled();
    private final int[] duplicated = filled();

    WordGrams(Words words) {
        count = words.count();
        offsets = new int[count + 1];
        codePoints = new int[count + 1];
        hashes = new long[count];
        powers = new long[count];
        for (int i = 0; i < count; i++) {
            offsets[i + 1] = offsets[i] + words.end(i) - words.start(i);
        }
        letters = new char[offsets[count]];
        for (int i = 0; i < count; i++) {
            words.text().getChars(words.start(i), words.end(i), letters, offsets[i]);
            hash(i);
        }
        joined = hashes.clone();
    }

    private static int[] filled() {
        int[] answers = new int[DatatroveMeasures.LONGEST_RUN + 1];
        Arrays.fill(answers, UNKNOWN);
        return answers;
    }

    private void hash(int word) {
        long hash = 0;
        long power = 1;
        int pairs = 0;
        for (int i = offsets[word]; i < offsets[word + 1]; i++) {
            hash = hash * BASE + letters[i] + 1;
            power *= BASE;
            if (Character.isLowSurrogate(letters[i])
                    && i > offsets[word]
                    && Character.isHighSurrogate(letters[i - 1])) {
                pairs++;
            }
        }
        hashes[word] = hash;
        powers[word] = power;
        codePoints[word + 1] = codePoints[word] + offsets[word + 1] - offsets[word] - pairs;
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
            top[n] = findTopRun(n);
        }
        return top[n];
    }

    private int findTopRun(int n) {
        long[] runs = spaced(n);
        int[] table = table(runs.length);
        int[] seen = new int[runs.length];
        int best = UNKNOWN;
        for (int i = 0; i < runs.length; i++) {
            int slot = spacedSlot(table, runs, i, n);
            if (table[slot] == 0) {
                table[slot] = i + 1;
            }
            int first = table[slot] - 1;
            seen[first]++;
            if (best < 0 || seen[first] > seen[best] || (seen[first] == seen[best] && first < best)) {
                best = first;
            }
        }
        return best < 0 ? 0 : (codePoints[best + n] - codePoints[best] + n - 1) * seen[best];
    }

    private long[] spaced(int n) {
        long[] runs = Arrays.copyOf(hashes, Math.max(0, count - n + 1));
        for (int i = 0; i < runs.length; i++) {
            long run = runs[i];
            for (int word = i + 1; word < i + n; word++) {
                run = (run * BASE + ' ') * powers[word] + hashes[word];
            }
            runs[i] = run;
        }
        return runs;
    }

    private int spacedSlot(int[] table, long[] runs, int run, int n) {
        int slot = slot(runs[run], table.length);
        while (table[slot] != 0 && !(runs[table[slot] - 1] == runs[run] && sameWords(table[slot] - 1, run, n))) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean sameWords(int a, int b, int n) {
        for (int i = 1; i < n; i++) {
            if (offsets[a + i] - offsets[a] != offsets[b + i] - offsets[b]) {
                return false;
            }
        }
        return sameLetters(a, b, n);
    }

    private boolean sameLetters(int a, int b, int n) {
        return Arrays.equals(letters, offsets[a], offsets[a + n], letters, offsets[b], offsets[b + n]);
    }

    /**
     * Code points in runs of {@code n} words that occurred before; after such a run the search goes on behind it.
     * Cheapest when asked for in rising order of {@code n}.
     */
    int duplicatedRuns(int n) {
        if (duplicated[n] == UNKNOWN) {
            join(n);
            duplicated[n] = findDuplicatedRuns(n);
        }
        return duplicated[n];
    }

    private void join(int n) {
        if (n < joinedWords) {
            System.arraycopy(hashes, 0, joined, 0, count);
            joinedWords = 1;
        }
        for (; joinedWords < n; joinedWords++) {
            for (int i = 0; i + joinedWords < count; i++) {
                joined[i] = joined[i] * powers[i + joinedWords] + hashes[i + joinedWords];
            }
        }
    }

    private int findDuplicatedRuns(int n) {
        int runs = Math.max(0, count - n + 1);
        int[] table = table(runs);
        int repeated = 0;
        int i = 0;
        while (i < runs) {
            int slot = joinedSlot(table, i, n);
            if (table[slot] == 0) {
                table[slot] = i + 1;
                i++;
            } else {
                repeated += codePoints[i + n] - codePoints[i];
                i += n;
            }
        }
        return repeated;
    }

    private int joinedSlot(int[] table, int run, int n) {
        int slot = slot(joined[run], table.length);
        while (table[slot] != 0 && !(joined[table[slot] - 1] == joined[run] && sameLetters(table[slot] - 1, run, n))) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private static int[] table(int entries) {
        return new int[Math.max(2, Integer.highestOneBit(Math.max(1, entries)) * 4)];
    }

    private static int slot(long hash, int size) {
        long mixed = (hash ^ (hash >>> 32)) * BASE;
        return (int) (mixed >>> (Long.numberOfLeadingZeros(size) + 1));
    }
}
