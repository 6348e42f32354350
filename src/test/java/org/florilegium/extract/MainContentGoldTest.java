package org.florilegium.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Main content against pages whose main text people marked: mean F1 of the multisets of four-word shingles. */
class MainContentGoldTest {
    private static final double FLOOR = 0.97;
    private static final int WORDS = 4;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    @Test
    @EnabledIf("hasGold")
    void readsTheMainTextOfRealPages() throws IOException {
        JsonNode truth =
                new ObjectMapper().readTree(gold().resolve("ground-truth.json").toFile());
        List<Double> scores = new ArrayList<>();

        for (Map.Entry<String, JsonNode> page : truth.properties()) {
            String text = HtmlText.extract(html(page.getKey())).text();
            scores.add(f1(shingles(page.getValue().get("articleBody").asText()), shingles(text)));
        }

        assertThat(scores.stream().mapToDouble(Double::doubleValue).average().orElse(0))
                .isGreaterThan(FLOOR);
    }

    private static String html(String id) throws IOException {
        Path file = gold().resolve("html").resolve(id + ".html.gz");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return Charsets.decode(in.readAllBytes(), "", true);
        }
    }

    private static double f1(Map<List<String>, Integer> truth, Map<List<String>, Integer> found) {
        double common = truth.entrySet().stream()
                .mapToInt(e -> Math.min(e.getValue(), found.getOrDefault(e.getKey(), 0)))
                .sum();
        return 2 * common / Math.max(1, sum(truth) + sum(found));
    }

    private static int sum(Map<List<String>, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<List<String>, Integer> shingles(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        Map<List<String>, Integer> counts = new HashMap<>();
        for (int i = 0; i <= Math.max(0, words.size() - WORDS); i++) {
            counts.merge(words.subList(i, Math.min(words.size(), i + WORDS)), 1, Integer::sum);
        }
        return counts;
    }

    static boolean hasGold() {
        return Files.exists(gold().resolve("ground-truth.json"));
    }

    private static Path gold() {
        String shared = Optional.ofNullable(System.getenv("FLORILEGIUM_SHARED")).orElse("../shared");
        return Path.of(shared, "data", "gold", "main_text");
    }
}
