package org.florilegium.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognizes languages that the n-gram model does not know, or mistakes for a neighbour, by their most frequent words.
 *
 * <p>The resource {@code frequent_words.tsv} has a line for each language: tag, script, and words. A language is
 * recognized where its words are a good share of all and clearly more than those of every other listed language;
 * languages that the model knows are listed too where they are close, so that they can win.
 */
final class FrequentWords {
    static final String RESOURCE = "frequent_words.tsv";
    private static final Pattern SPACE = Pattern.compile("[^\\p{L}\\p{M}'’]+");
    private static final double SHARE = 0.16;
    private static final double MARGIN = 1.25;
    private static final Match NONE = new Match("und", 0, 0);

    private final List<Entry> entries;

    private FrequentWords(List<Entry> entries) {
        this.entries = entries;
    }

    static FrequentWords load() {
        try (InputStream in = FrequentWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " beside " + FrequentWords.class.getName());
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new FrequentWords(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Entry::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    Match best(String lowerCaseText, String script) {
        List<String> words = words(lowerCaseText);
        Match best = NONE;
        double second = 0;
        for (Entry entry : entries) {
            if (entry.script.equals(script) && !words.isEmpty()) {
                double share = entry.share(words);
                if (share > best.share) {
                    second = best.share;
                    best = new Match(entry.language, share, 0);
                } else {
                    second = Math.max(second, share);
                }
            }
        }
        return new Match(best.language, best.share, second);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : SPACE.split(Normalizer.normalize(text, Normalizer.Form.NFC))) {
            if (!word.isEmpty()) {
                words.add(word.replace('’', '\''));
            }
        }
        return words;
    }

    /**
     * The listed language whose words are most frequent.
     *
     * @param share of all words, 0 to 1
     * @param second share of the next language
     */
    record Match(String language, double share, double second) {
        boolean isClear() {
            return share >= SHARE && share >= MARGIN * second;
        }

        double probability() {
            return Math.min(0.95, 0.6 + share - second / 2);
        }
    }

    private record Entry(String language, String script, Set<String> words) {
        static Entry parse(String line) {
            String[] fields = line.split("\t");
            Set<String> words = Arrays.stream(fields[2].split(" ")).collect(Collectors.toUnmodifiableSet());
            return new Entry(fields[0], fields[1], words);
        }

        double share(List<String> text) {
            return (double) text.stream().filter(words::contains).count() / text.size();
        }
    }
}
