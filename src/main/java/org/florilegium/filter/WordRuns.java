package org.florilegium.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All runs of one, two, three ... words of a text, numbered so that two runs are equal exactly if their numbers are.
 *
 * <p>A run of {@code n} words is the pair of a run of {@code n - 1} words and one more word, so no text is compared after
 * the words themselves are numbered.
 */
final class WordRuns {
    private final Words words;
    private final int[] codePoints;
    private final List<Runs> runs = new ArrayList<>();

    /**
     * Runs of one length, in the order of the text.
     *
     * @param numbers the number of the run at each word; numbers rise in the order of first occurrence
     * @param counts occurrences of each number
     * @param firsts the word at which each number occurs first
     */
    record Runs(int[] numbers, int[] counts, int[] firsts) {

        /** Number of the commonest run, the first seen of several; -1 for none. */
        int commonest() {
            int best = -1;
            for (int i = 0; i < counts.length; i++) {
                if (best < 0 || counts[i] > counts[best]) {
                    best = i;
                }
            }
            return best;
        }
    }

    WordRuns(Words words) {
        this.words = words;
        this.codePoints = new int[words.count() + 1];
        for (int i = 0; i < words.count(); i++) {
            codePoints[i + 1] = codePoints[i] + words.text().codePointCount(words.start(i), words.end(i));
        }
        runs.add(single());
    }

    int words() {
        return words.count();
    }

    /** Code points of {@code count} words from {@code first} on, without what is between them. */
    int codePoints(int first, int count) {
        return codePoints[first + count] - codePoints[first];
    }

    /** Runs of {@code n} words, none for a shorter text. */
    Runs of(int n) {
        while (runs.size() < n) {
            runs.add(longer(runs.get(runs.size() - 1), runs.size() + 1));
        }
        return runs.get(n - 1);
    }

    private Runs single() {
        Numbering numbering = new Numbering(words.count());
        for (int i = 0; i < words.count(); i++) {
            int slot = numbering.slot(hash(i));
            while (numbering.taken(slot) && !sameWord(numbering.firstAt(slot), i)) {
                slot = numbering.next(slot);
            }
            numbering.put(slot, i);
        }
        return numbering.runs();
    }

    private long hash(int word) {
        long hash = 0;
        for (int i = words.start(word); i < words.end(word); i++) {
            hash = hash * 31 + words.text().charAt(i);
        }
        return hash;
    }

    private boolean sameWord(int a, int b) {
        int length = words.end(a) - words.start(a);
        return length == words.end(b) - words.start(b)
                && words.text().regionMatches(words.start(a), words.text(), words.start(b), length);
    }

    private Runs longer(Runs shorter, int n) {
        Numbering numbering = new Numbering(Math.max(0, words.count() - n + 1));
        int[] heads = shorter.numbers();
        int[] tails = runs.get(0).numbers();
        for (int i = 0; i < words.count() - n + 1; i++) {
            int slot = numbering.slot(((long) heads[i] << 32) | tails[i + n - 1]);
            while (numbering.taken(slot)) {
                int first = numbering.firstAt(slot);
                if (heads[first] == heads[i] && tails[first + n - 1] == tails[i + n - 1]) {
                    break;
                }
                slot = numbering.next(slot);
            }
            numbering.put(slot, i);
        }
        return numbering.runs();
    }

    /** Hands out numbers in an open hash table. */
    private static final class Numbering {
        private final int[] table;
        private final int[] numbers;
        private final int[] counts;
        private final int[] firsts;
        private int used;

        Numbering(int runs) {
            table = new int[Integer.highestOneBit(Math.max(1, runs)) * 4];
            numbers = new int[runs];
            counts = new int[runs];
            firsts = new int[runs];
        }

        int slot(long hash) {
            long mixed = hash * 0x9E3779B97F4A7C15L;
            return (int) ((mixed ^ (mixed >>> 32)) & (table.length - 1));
        }

        int next(int slot) {
            return (slot + 1) & (table.length - 1);
        }

        boolean taken(int slot) {
            return table[slot] != 0;
        }

        int firstAt(int slot) {
            return firsts[table[slot] - 1];
        }

        void put(int slot, int run) {
            if (table[slot] == 0) {
                firsts[used] = run;
                table[slot] = ++used;
            }
            numbers[run] = table[slot] - 1;
            counts[table[slot] - 1]++;
        }

        Runs runs() {
            return new Runs(numbers, Arrays.copyOf(counts, used), Arrays.copyOf(firsts, used));
        }
    }
}
