package org.florilegium.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs of words that occur more than once, by length. Two runs are equal if their words are.
 *
 * <p>A run can only be repeated where the run without its last word is, so each length looks up what is left of the one
 * before; a run is then the pair of that shorter run and one word, and no text is compared after the words are numbered.
 */
final class RepeatedRuns {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int ONCE = -1;

    /** Hash of the letters from one offset to another. */
    @FunctionalInterface
    interface Hash {
        long of(int from, int to);
    }

    /**
     * The commonest run of a length.
     *
     * @param first word at which it occurs first
     * @param occurrences 1 or more
     */
    record Top(int first, int occurrences) {}

    private final char[] letters;
    private final int[] offsets;
    private final Hash hash;
    private final int[] words;
    private final List<Numbers> lengths = new ArrayList<>();

    /** @param offsets where each word starts in {@code letters}, and where the last one ends */
    RepeatedRuns(char[] letters, int[] offsets, Hash hash) {
        this.letters = letters;
        this.offsets = offsets;
        this.hash = hash;
        this.words = new int[offsets.length - 1];
    }

    /** The commonest run of {@code n} words, the first seen of several. */
    Top top(int n) {
        return of(n).top();
    }

    private Numbers of(int n) {
        if (lengths.isEmpty()) {
            lengths.add(single());
        }
        while (lengths.size() < n) {
            lengths.add(longer(lengths.get(lengths.size() - 1), lengths.size() + 1));
        }
        return lengths.get(n - 1);
    }

    private Numbers single() {
        Numbers numbers = new Numbers(words.length, words.length);
        for (int i = 0; i < words.length; i++) {
            int slot = slot(hash.of(offsets[i], offsets[i + 1]), numbers.table.length);
            while (numbers.table[slot] != 0 && !sameWord(numbers.firsts[numbers.table[slot] - 1], i)) {
                slot = (slot + 1) & (numbers.table.length - 1);
            }
            numbers.put(slot, i);
            words[i] = numbers.of[i];
        }
        numbers.forgetSingles();
        return numbers;
    }

    private boolean sameWord(int a, int b) {
        return Arrays.equals(letters, offsets[a], offsets[a + 1], letters, offsets[b], offsets[b + 1]);
    }

    private Numbers longer(Numbers shorter, int n) {
        int runs = Math.max(0, words.length - n + 1);
        int candidates = 0;
        for (int i = 0; i < runs; i++) {
            candidates += shorter.of[i] != ONCE && shorter.of[i + 1] != ONCE ? 1 : 0;
        }
        Numbers numbers = new Numbers(runs, candidates);
        for (int i = 0; i < runs; i++) {
            if (shorter.of[i] != ONCE && shorter.of[i + 1] != ONCE) {
                numbers.put(slot(numbers, shorter, i, n), i);
            }
        }
        numbers.forgetSingles();
        return numbers;
    }

    private int slot(Numbers numbers, Numbers shorter, int run, int n) {
        int slot = slot(((long) shorter.of[run] << 32) | words[run + n - 1], numbers.table.length);
        while (numbers.table[slot] != 0) {
            int first = numbers.firsts[numbers.table[slot] - 1];
            if (shorter.of[first] == shorter.of[run] && words[first + n - 1] == words[run + n - 1]) {
                break;
            }
            slot = (slot + 1) & (numbers.table.length - 1);
        }
        return slot;
    }

    /** An open hash table for {@code entries}. */
    static int[] table(int entries) {
        return new int[Math.max(2, Integer.highestOneBit(Math.max(1, entries)) * 4)];
    }

    /** Where the search for a hash begins in a table of {@code size}. */
    static int slot(long hash, int size) {
        long mixed = (hash ^ (hash >>> 32)) * MIX;
        return (int) (mixed >>> (Long.numberOfLeadingZeros(size) + 1));
    }

    /** Numbers of runs of one length, in the order in which they occur first. */
    private static final class Numbers {
        private final int[] table;
        private final int[] of;
        private final int[] counts;
        private final int[] firsts;
        private int used;

        Numbers(int runs, int candidates) {
            table = table(candidates);
            of = new int[runs];
            Arrays.fill(of, ONCE);
            counts = new int[candidates];
            firsts = new int[candidates];
        }

        void put(int slot, int run) {
            if (table[slot] == 0) {
                firsts[used] = run;
                table[slot] = ++used;
            }
            of[run] = table[slot] - 1;
            counts[of[run]]++;
        }

        void forgetSingles() {
            for (int number = 0; number < used; number++) {
                if (counts[number] == 1) {
                    of[firsts[number]] = ONCE;
                }
            }
        }

        Top top() {
            Top best = new Top(0, 1);
            for (int number = 0; number < used; number++) {
                if (counts[number] > best.occurrences()) {
                    best = new Top(firsts[number], counts[number]);
                }
            }
            return best;
        }
    }
}
