package org.florilegium.tag.tradition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.florilegium.document.Attribution;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Provenance;
import org.florilegium.document.Tags;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Undeclared passages of works whose tradition is known; nothing is trained on them. */
class TraditionWorksTest {

    private static final class Count {
        int rows;
        int attributed;
        int right;
        int unknown;
        final Map<String, Integer> wrong = new TreeMap<>();
    }

    static Path works() {
        String shared = System.getenv("FLORILEGIUM_SHARED");
        return Path.of(shared == null ? "../shared" : shared).resolve("data/labelled/tradition_works.jsonl.gz");
    }

    static boolean worksAreThere() {
        return Files.exists(works());
    }

    @ParameterizedTest
    @EnabledIf("worksAreThere")
    @ValueSource(ints = 12)
    void isRightMoreOftenThanNotAndLeavesTheRestUnknown(int passages) throws IOException {
        Traditions traditions = Traditions.read(Path.of("pipelines/traditions.yaml"));
        TagTraditions step = new TagTraditions(traditions);
        step.open();
        Map<String, Count> byTradition = new TreeMap<>();

        long started = System.nanoTime();
        for (Sample sample : samples(passages)) {
            String leaf =
                    traditions.find(sample.tradition()).map(Tradition::name).orElse(sample.tradition());
            String found = attribution(step, sample);
            count(byTradition, leaf, leaf, found);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        step.close();

        byTradition.forEach(TraditionWorksTest::print);
        int rows = byTradition.values().stream().mapToInt(count -> count.rows).sum();
        int all = byTradition.values().stream()
                .mapToInt(count -> count.attributed)
                .sum();
        int right = byTradition.values().stream().mapToInt(count -> count.right).sum();
        System.out.printf(
                "%d passages each: %d rows, %.0f passages/s, attributed %d, right %d%n",
                passages, rows, 22200 / seconds, all, right);
        assertThat((double) right / all).isGreaterThan(0.9);
        assertThat((double) right / rows).isGreaterThan(0.4);
    }

    private static void count(Map<String, Count> counts, String key, String truth, String found) {
        Count own = counts.computeIfAbsent(key, any -> new Count());
        own.rows++;
        own.unknown += found.isEmpty() ? 1 : 0;
        own.right += found.equals(truth) ? 1 : 0;
        if (!found.isEmpty()) {
            own.attributed++;
            if (!found.equals(truth)) {
                own.wrong.merge(found, 1, Integer::sum);
            }
        }
    }

    private static void print(String key, Count count) {
        System.out.printf(
                "%-75s %5d rows, %5d right, %5d unknown, wrong %s%n",
                key, count.rows, count.right, count.unknown, count.wrong);
    }

    private static String attribution(TagTraditions step, Sample sample) {
        Origin origin = new Origin("works", "", "", "", "", "", "", "");
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (String text : sample.texts()) {
            int end = start + text.codePointCount(0, text.length());
            passages.add(Passage.untagged(start, end, ""));
            start = end;
        }
        Document document = Document.extracted(
                        Content.of(String.join("", sample.texts()), ""), Provenance.of(origin, Declared.NOTHING))
                .withTags(Tags.NONE.withPassages(passages));
        Outcome.Kept kept = (Outcome.Kept) step.apply(document);
        List<Attribution> found = kept.documents().get(0).tags().traditions();
        return !found.isEmpty() && found.get(0).probability() >= 0.5
                ? found.get(0).name()
                : "";
    }

    /** Up to {@code passages} passages that follow each other in a work. */
    private record Sample(String tradition, String work, String language, List<String> texts) {}

    private static List<Sample> samples(int passages) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, Sample> open = new TreeMap<>();
        List<Sample> samples = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(works())), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = mapper.readTree(line);
                String tradition = row.at("/labels/tradition").asText();
                String work = row.at("/labels/work").asText();
                String language = row.path("lang").asText();
                Sample sample = open.get(work + language);
                if (sample == null || sample.texts().size() == passages) {
                    sample = new Sample(tradition, work, language, new ArrayList<>());
                    open.put(work + language, sample);
                    samples.add(sample);
                }
                sample.texts().add(row.path("text").asText());
            }
        }
        return samples;
    }
}
