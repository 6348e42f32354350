package org.florilegium.decontaminate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Provenance;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void changesItsDigestWithTheSetsTextsButNotWithTheirPath() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.copy(folder.resolve("test.jsonl"), elsewhere.resolve("test.jsonl"));
        Files.copy(folder.resolve("zh.txt"), elsewhere.resolve("zh.txt"));
        Decontaminate copied = new Decontaminate(spec(elsewhere));

        Files.writeString(elsewhere.resolve("zh.txt"), "another item\n");

        assertThat(copied.lineage()).isEqualTo(step().lineage());
        assertThat(new Decontaminate(spec(elsewhere)).lineage()).isNotEqualTo(copied.lineage());
    }

    @Test
    void saysWhichSetIsWrong() throws IOException {
        Path bad = Files.createDirectory(folder.resolve("bad"));
        assertThatThrownBy(() -> new Decontaminate(spec(folder.resolve("none"))))
                .hasMessageStartingWith("decontaminate.sets[0].path: no folder '");
        assertThatThrownBy(() -> new Decontaminate(spec(bad))).hasMessageContaining("no .jsonl or .txt file");

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
