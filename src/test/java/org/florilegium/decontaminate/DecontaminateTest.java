package org.florilegium.decontaminate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Provenance;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecontaminateTest {
    private static final String QUESTION =
            "Which of the three ferrymen reaches the far bank first if each rows at half the speed of the next one?";
    private static final String CHINESE = "如果每个船夫的速度都是下一个船夫的一半，那么三个船夫中的哪一个会最先到达对岸并且把客人送上岸边的小路？";

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheSet() throws IOException {
        Files.writeString(
                folder.resolve("test.jsonl"),
                "{\"question\": \"Too short to count.\"}\n{\"question\": \"" + QUESTION
                        + "\", \"answer\": \"The third.\"}\n");
        Files.writeString(folder.resolve("zh.txt"), CHINESE + "\n");
    }

    @Test
    void dropsATextThatHoldsAnItemWhateverItsCaseAndPunctuation() {
        String text =
                "𐍈 Riddle: " + QUESTION.toUpperCase(java.util.Locale.ROOT).replace(" ", ", ") + " Think well.";

        Outcome.Dropped dropped = (Outcome.Dropped) step().apply(document(text));

        assertThat(dropped.reason()).isEqualTo("evaluation_overlap");
        int end = text.codePointCount(0, text.indexOf('?'));
        assertThat(dropped.message()).endsWith("ferries: test.jsonl line 2, at 10 to " + end);
    }

    @Test
    void comparesScriptsWithoutSpacesByTheirWords() {
        Outcome outcome = step().apply(document("他问道：「" + CHINESE + "」没有人回答。"));

        assertThat(((Outcome.Dropped) outcome).message()).contains("zh.txt line 1");
    }

    @Test
    void keepsATextThatSharesFewerWords() {
        assertThat(step().apply(document("Which of the three ferrymen reaches the far bank first, we never learned.")))
                .isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void keepsEverythingWithoutSets() {
        assertThat(new Decontaminate(DecontaminateSpec.defaults()).apply(document(QUESTION)))
                .isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void changesItsDigestWithTheSetsTextsButNotWithTheirPath(@TempDir Path elsewhere) throws IOException {
        Files.copy(folder.resolve("test.jsonl"), elsewhere.resolve("test.jsonl"));
        Files.copy(folder.resolve("zh.txt"), elsewhere.resolve("zh.txt"));
        Decontaminate copied = new Decontaminate(spec(elsewhere));

        Files.writeString(elsewhere.resolve("zh.txt"), "another item\n");

        assertThat(copied.lineage()).isEqualTo(step().lineage());
        assertThat(new Decontaminate(spec(elsewhere)).lineage()).isNotEqualTo(copied.lineage());
    }

    @Test
    void comparesATextOfEightWordsAsAWholeAndNoneThatIsShorter() throws IOException {
        Files.writeString(
                folder.resolve("short.txt"),
                "Nine small boats crossed over before the rain came\nThe boats came home late\n");

        Outcome whole = step().apply(document("He wrote: nine small boats crossed over, before the rain came. So."));

        assertThat(((Outcome.Dropped) whole).message())
                .isEqualTo("shares 9 words with ferries: short.txt line 1, at 10 to 61");
        assertThat(step().apply(document(
                        "Nine small boats crossed over before the snow came; the boats came home late.")))
                .isInstanceOf(Outcome.Kept.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deep/a.jsonl.gz | {'question': 'QUESTION'} | line 1",
                "deep/er/b.json.zst | {'data': [{'x': 1}, {'context': {'parts': ['a', 'QUESTION']}}]} | /data/1",
                "c.csv | id,question#1,\"QUESTION\" | record 1",
                "d.ndjson | {'question': 'QUESTION'} | line 1",
            })
    void readsSubFoldersAndPackedFiles(String name, String content, String place) throws IOException {
        Path sets = Files.createDirectories(folder.resolve("packed"));
        Path file = sets.resolve(name);
        Files.createDirectories(file.getParent());
        String text = content.replace('\'', '"').replace('#', '\n').replace("QUESTION", QUESTION);
        try (OutputStream out = packed(Files.newOutputStream(file), name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        Outcome.Dropped dropped = (Outcome.Dropped) new Decontaminate(spec(sets)).apply(document(QUESTION));

        assertThat(dropped.message()).contains("ferries: " + name + " " + place + ", at 0 to ");
    }

    private static OutputStream packed(OutputStream out, String name) throws IOException {
        return name.endsWith(".gz")
                ? new GZIPOutputStream(out)
                : name.endsWith(".zst") ? new ZstdOutputStream(out) : out;
    }

    @Test
    void findsWhatComparingEveryRunWithEveryRunFinds() throws IOException {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            items.add(words(i, 20));
        }
        Path sets = Files.createDirectories(folder.resolve("many"));
        Files.write(sets.resolve("items.txt"), items);
        Decontaminate many = new Decontaminate(spec(sets));

        for (int i = 0; i < 200; i++) {
            int shared = 9 + i % 8;
            List<String> taken = List.of(items.get(i % 30).split(" ")).subList(3, 3 + shared);
            String text = words(1000 + i, 10) + " " + String.join(" ", taken) + " " + words(2000 + i, 10);

            boolean dropped = many.apply(document(text)) instanceof Outcome.Dropped;

            assertThat(dropped).as(text).isEqualTo(items.stream().anyMatch(item -> sharesRun(item, text, 13)));
        }
    }

    private static boolean sharesRun(String item, String text, int words) {
        String[] all = item.split(" ");
        for (int i = 0; i + words <= all.length; i++) {
            if ((" " + text + " ").contains(" " + String.join(" ", List.of(all).subList(i, i + words)) + " ")) {
                return true;
            }
        }
        return false;
    }

    /** Words of a small vocabulary, the same for the same seed. */
    private static String words(int seed, int count) {
        java.util.Random random = new java.util.Random(seed);
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(100 + random.nextInt(500), 36))
                .collect(java.util.stream.Collectors.joining(" "));
    }

    @Test
    void refusesASetWhoseFieldsAreNowhere() throws IOException {
        Path sets = Files.createDirectories(folder.resolve("misspelt"));
        Files.writeString(sets.resolve("a.jsonl"), "{\"qestion\": \"" + QUESTION + "\"}\n");

        assertThatThrownBy(() -> new Decontaminate(spec(sets)))
                .hasMessageStartingWith("decontaminate.sets[0].fields: no text in any of [text, ");
    }

    @Test
    void saysWhichSetIsWrong() throws IOException {
        Path bad = Files.createDirectory(folder.resolve("bad"));
        assertThatThrownBy(() -> new Decontaminate(spec(folder.resolve("none"))))
                .hasMessageStartingWith("decontaminate.sets[0].path: no folder '");
        assertThatThrownBy(() -> new Decontaminate(spec(bad)))
                .hasMessageContaining("no .jsonl, .json, .csv, .parquet or .txt file");

        Files.writeString(bad.resolve("a.jsonl"), "{}\n{\n");

        assertThatThrownBy(() -> new Decontaminate(spec(bad)))
                .hasMessageContaining("set 'ferries', a.jsonl line 2: is not JSON");
    }

    private Decontaminate step() {
        return new Decontaminate(spec(folder));
    }

    private static DecontaminateSpec spec(Path path) {
        return new DecontaminateSpec(List.of(EvaluationSet.of("ferries", path.toString())), 13);
    }

    private static Document document(String text) {
        return Document.extracted(
                Content.of(text, ""),
                Provenance.of(new Origin("s", "a", "", "", "", "", "", ""), new Declared("", "", "", "")));
    }
}
