package org.florilegium.filter.spacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Special cases that the other rules split: found again as runs of tokens, the longest first, then the earliest. */
final class SpecialRuns {
    /** Of all English special cases. */
    static final SpecialRuns ENGLISH = new SpecialRuns();

    private final Map<String, List<List<String>>> byFirst = new HashMap<>();

    /** Tokens from {@code start} to {@code end}, exclusive. */
    private record Run(int start, int end) {
        int length() {
            return end - start;
        }
    }

    private SpecialRuns() {
        for (String word : SpecialCases.ENGLISH.words()) {
            if (canBeSplit(word)) {
                Tokens tokens = EnglishTokens.split(word, SpecialCases.NONE);
                List<String> run = new ArrayList<>();
                for (int i = 0; i < tokens.count(); i++) {
                    run.add(tokens.token(i));
                }
                if (!run.isEmpty()) {
                    byFirst.computeIfAbsent(run.get(0), first -> new ArrayList<>())
                            .add(run);
                }
            }
        }
    }

    private static boolean canBeSplit(String word) {
        boolean inside = false;
        for (int i = 0; i < word.length(); i++) {
            inside |= Affixes.infix(word, 0, i, word.length()) > 0;
        }
        return inside
                || word.equals(" ")
                || Affixes.prefix(word, 0, word.length()) > 0
                || Affixes.suffix(word, 0, word.length()) > 0;
    }

    /** {@code tokens} with the runs of special cases in place of what the rules made of them. */
    Tokens joined(Tokens tokens) {
        List<Run> found = find(tokens);
        if (found.isEmpty()) {
            return tokens;
        }
        Map<Integer, Run> chosen = choose(found);
        Tokens joined = new Tokens(tokens.text());
        for (int i = 0; i < tokens.count(); i++) {
            Run run = chosen.get(i);
            if (run == null || !addListed(tokens, run, joined)) {
                joined.add(tokens.start(i), tokens.end(i));
            } else {
                i = run.end() - 1;
            }
        }
        return joined;
    }

    private static boolean addListed(Tokens tokens, Run run, Tokens joined) {
        int at = tokens.start(run.start());
        int[] lengths = SpecialCases.ENGLISH.of(tokens.text(), at, tokens.end(run.end() - 1));
        if (lengths == null) {
            return false; // the same tokens with a space between them
        }
        for (int length : lengths) {
            joined.add(at, at + length);
            at += length;
        }
        return true;
    }

    private List<Run> find(Tokens tokens) {
        List<Run> found = new ArrayList<>();
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.end(i) - tokens.start(i) > 24) {
                continue; // longer than any first token
            }
            for (List<String> run : byFirst.getOrDefault(tokens.token(i), List.of())) {
                if (isAt(tokens, i, run)) {
                    found.add(new Run(i, i + run.size()));
                }
            }
        }
        return found;
    }

    private static boolean isAt(Tokens tokens, int first, List<String> run) {
        if (first + run.size() > tokens.count()) {
            return false;
        }
        for (int i = 1; i < run.size(); i++) {
            int start = tokens.start(first + i);
            String word = run.get(i);
            if (tokens.end(first + i) - start != word.length() || !tokens.text().startsWith(word, start)) {
                return false;
            }
        }
        return true;
    }

    /** Runs by their first token: a run gives way where a longer or, as long, an earlier one has its ends. */
    private static Map<Integer, Run> choose(List<Run> found) {
        found.sort(Comparator.comparingInt(Run::length).reversed().thenComparingInt(Run::start));
        BitSet seen = new BitSet();
        Map<Integer, Run> chosen = new TreeMap<>();
        for (Run run : found) {
            if (!seen.get(run.start()) && !seen.get(run.end() - 1)) {
                chosen.put(run.start(), run);
            }
            seen.set(run.start(), run.end());
        }
        return chosen;
    }
}
