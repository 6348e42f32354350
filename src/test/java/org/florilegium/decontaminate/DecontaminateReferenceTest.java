package org.florilegium.decontaminate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Provenance;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with the rule written down plainly: lists of words, looked up as they are, in every place. */
class DecontaminateReferenceTest {
    private static final int RUN = 13;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]+");
    private static final List<String> VOCABULARY = List.of(
            "the",
            "river",
            "Café",
            "naïve",
            "mill",
            "7",
            "42nd",
            "straße",
            "Ångström",
            "İzmir",
            "été",
            "Ёлка",
            "мир",
            "λόγος",
            "हिन्दी",
            "كتاب",
            "zażółć",
            "x",
            "co2",
            "a");
    private static final List<String> GAPS =
            List.of(" ", "  ", ", ", "; ", "\n", " — ", "' ", "_", "… ", " 🙂 ", "\u00a0");

    @TempDir
    Path folder;

    /** What an evaluation set says of a text. */
    private record Found(String item, int words, int start, int end) {}

    private final Map<List<String>, String> runs = new HashMap<>();
    private final TreeSet<Integer> shorter = new TreeSet<>(java.util.Comparator.reverseOrder());
    private final List<String> items = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWhatThePlainRuleFindsWithTheSameItemAndPlace(int seed) throws IOException {
        Random random = new Random(seed);
        Decontaminate step = new Decontaminate(new DecontaminateSpec(
                List.of(writeSet("one", random), writeSet("two", random), writeSet("three", random)), RUN));
        for (int i = 0; i < 60; i++) {
            String text = text(random);

            assertThat(message(step.apply(document(text)))).as(text).isEqualTo(message(find(text)));
        }
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 20).boxed();
    }

    private EvaluationSet writeSet(String name, Random random) throws IOException {
        Path below = Files.createDirectories(folder.resolve(name));
        List<String> lines = IntStream.range(0, 12)
                .mapToObj(i -> words(random, 3 + random.nextInt(40)).replaceAll("[\\n\\r]", " "))
                .toList();
        Files.write(below.resolve("items.txt"), lines);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                add(name + ": items.txt line " + (i + 1), lines.get(i));
            }
        }
        items.addAll(lines);
        return EvaluationSet.of(name, below.toString());
    }

    private void add(String item, String line) {
        List<String> words = folded(line);
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.putIfAbsent(words.subList(i, i + RUN), item);
        }
        if (words.size() >= 8 && words.size() < RUN) {
            runs.putIfAbsent(words, item);
            shorter.add(words.size());
        }
    }

    /** Random words, in most texts with a piece of an item written otherwise, in some with two. */
    private String text(Random random) {
        StringBuilder text = new StringBuilder(words(random, random.nextInt(30)));
        for (int i = random.nextInt(3); i > 0; i--) {
            List<String> words = List.of(items.get(random.nextInt(items.size())).split(" +"));
            int from = random.nextInt(Math.max(1, words.size() - RUN));
            int to = Math.min(words.size(), from + RUN - 2 + random.nextInt(6));
            text.append(' ')
                    .append(disguised(
                            String.join(GAPS.get(random.nextInt(GAPS.size())), words.subList(from, to)), random));
            text.append(' ').append(words(random, random.nextInt(30)));
        }
        return text.toString();
    }

    private static String disguised(String piece, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> piece.toUpperCase(Locale.ROOT);
            case 1 -> Normalizer.normalize(piece, Normalizer.Form.NFD);
            case 2 -> Normalizer.normalize(piece, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
            default -> piece;
        };
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> VOCABULARY.get(random.nextInt(VOCABULARY.size())) + GAPS.get(random.nextInt(GAPS.size())))
                .collect(Collectors.joining());
    }

    private static List<String> folded(String text) {
        return WORD.matcher(text)
                .results()
                .map(word -> Normalizer.normalize(word.group().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("\\p{Mn}", ""))
                .toList();
    }

    private java.util.Optional<Found> find(String text) {
        List<String> words = folded(text);
        for (int i = 0; i < words.size(); i++) {
            String item = owner(words, i, RUN);
            if (item != null) {
                int last = i;
                while (item.equals(owner(words, last + 1, RUN))) {
                    last++;
                }
                return java.util.Optional.of(found(text, item, i, last + RUN));
            }
            for (int length : shorter) {
                String whole = owner(words, i, length);
                if (whole != null) {
                    return java.util.Optional.of(found(text, whole, i, i + length));
                }
            }
        }
        return java.util.Optional.empty();
    }

    private @org.jspecify.annotations.Nullable String owner(List<String> words, int from, int length) {
        return from + length > words.size() ? null : runs.get(words.subList(from, from + length));
    }

    private static Found found(String text, String item, int from, int to) {
        List<int[]> places = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            places.add(new int[] {text.codePointCount(0, word.start()), text.codePointCount(0, word.end())});
        }
        return new Found(item, to - from, places.get(from)[0], places.get(to - 1)[1]);
    }

    private static String message(Outcome outcome) {
        return outcome instanceof Outcome.Dropped dropped ? dropped.reason() + ": " + dropped.message() : "";
    }

    private static String message(java.util.Optional<Found> found) {
        return found.map(overlap -> "evaluation_overlap: shares " + overlap.words() + " words with " + overlap.item()
                        + ", at " + overlap.start() + " to " + overlap.end())
                .orElse("");
    }

    private static Document document(String text) {
        Origin origin = new Origin("test", "a", "", "text/plain", "", "", "", "");
        return Document.extracted(Content.of(text, ""), Provenance.of(origin, Declared.NOTHING));
    }
}
