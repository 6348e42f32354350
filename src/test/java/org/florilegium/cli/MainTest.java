package org.florilegium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.florilegium.inspect.SmallRelease;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void refusesWrongUsageWithStatusTwo() {
        assertThat(Ran.with("").status()).isEqualTo(2);
        assertThat(Ran.with("", "sing").err()).contains("sing");
        assertThat(Ran.with("", "judge").status()).isEqualTo(2);
        assertThat(Ran.with("", "score", "--tier", "7").status()).isEqualTo(2);
        assertThat(Ran.with("", "judge", "--recipe", "nobody").status()).isEqualTo(2);
    }

    @Test
    void printsHelpAndVersionOnStandardOutput() {
        Ran help = Ran.with("", "--help");

        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("score", "judge", "extract", "explain", "stats", "verify", "validate");
        assertThat(Ran.with("", "--version").out()).startsWith("florilegium ");
        assertThat(Ran.with("", "verify", "--help").status()).isZero();
    }

    @Test
    void judgesEachLineAndNamesTheBadOne() throws IOException {
        String in = "{\"id\":\"a\",\"text\":\"Too short.\"}\nnot json\n{\"id\":2,\"text\":\"Short too.\"}\n";

        Ran ran = Ran.with(in, "judge", "--recipe", "gopher-quality");

        List<String> lines = ran.out().lines().toList();
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("florilegium: line 2: must be a JSON object")
                .hasLineCount(1);
        assertThat(lines).hasSize(2);
        assertThat(JSON.readTree(lines.get(0)).path("reason").asText()).isEqualTo("gopher_short_doc");
        assertThat(JSON.readTree(lines.get(1)).path("id").asInt()).isEqualTo(2);
    }

    @Test
    void scoresEachLine() throws IOException {
        Ran ran = Ran.with(
                "{\"id\":\"a\",\"text\":\"Thank you so much for your help, dear friend.\"}\n{\"id\":\"e\",\"text\":\"\"}\n",
                "score",
                "--tier",
                "1",
                "--passages");

        List<String> lines = ran.out().lines().toList();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        JsonNode first = JSON.readTree(lines.get(0));
        assertThat(first.path("language").asText()).isEqualTo("en");
        assertThat(first.path("scores").path("harm.toxicity").fieldNames())
                .toIterable()
                .containsExactly("p", "lo", "hi", "call");
        assertThat(first.path("traditions").isArray()).isTrue();
        assertThat(first.path("passages")).hasSize(1);
        assertThat(JSON.readTree(lines.get(1)).path("scores")).isEmpty();
    }

    @Test
    void extractsFilesAndNamesTheMissingOne() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.html"),
                "<html><title>Bread</title><body><p>Bread is shared at this table, and whoever comes in from the road is asked to sit down with us.</p></body></html>");

        Ran ran = Ran.with(
                "", "extract", page.toString(), folder.resolve("none.html").toString());

        JsonNode line = JSON.readTree(ran.out());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("none.html: no such file").hasLineCount(1);
        assertThat(line.path("id").asText()).isEqualTo("page");
        assertThat(line.path("title").asText()).isEqualTo("Bread");
        assertThat(line.path("text").asText())
                .isEqualTo(
                        "Bread is shared at this table, and whoever comes in from the road is asked to sit down with us.");
        assertThat(line.path("media_type").asText()).isEqualTo("text/html");
        assertThat(line.path("language").asText()).isEqualTo("en");
    }

    @Test
    void validatesAPipelineAndPrintsEveryFault() throws IOException {
        Path faulty = Files.writeString(folder.resolve("faulty.yaml"), "pipeline: x\nsauces: []\n");

        Ran bad = Ran.with("", "validate", faulty.toString());
        Ran good = Ran.with("", "validate", "pipelines/folder.yaml", "--set", "input=samples/folder");

        assertThat(bad.status()).isEqualTo(1);
        assertThat(bad.err()).contains("sauces: unknown key", "output: is missing", "sources: is missing");
        assertThat(good.out()).isEqualTo("pipelines/folder.yaml: ok\n");
        assertThat(good.status()).isZero();
    }

    @Test
    void looksAtARelease() throws IOException {
        SmallRelease.write(folder);
        String in = folder.toString();

        assertThat(Ran.with("", "verify", in).out()).endsWith(": ok, 5 files and 3 rows checked\n");
        assertThat(Ran.with("", "stats", in).out()).contains("harm.toxicity", "korean_proverbs", "counterfeit sales");
        assertThat(Ran.with("", "summary", in).out())
                .contains("text/plain", "counterfeit sales", "manifest.json", "Title 2");
    }

    @Test
    void explainsWhatWasKeptAndWhatWasLeftOut() throws IOException {
        SmallRelease.write(folder);
        String in = folder.toString();

        Ran kept = Ran.with("", "explain", SmallRelease.id(1).substring(0, 8), "--in", in);
        Ran dropped = Ran.with("", "explain", "text_3.txt", "--in", in);
        Ran json = Ran.with("", "explain", SmallRelease.id(2) + "/0", "--in", in, "--json");

        assertThat(kept.out())
                .contains("kept, 2 copies", "harm.toxicity  0.900", "gopher-quality:short", "passage 0 to");
        assertThat(dropped.out())
                .contains("dropped at stage decide because of counterfeit_sales", "the reservoir holds it");
        assertThat(JSON.readTree(json.out())
                        .path("traditions")
                        .path(0)
                        .path("name")
                        .asText())
                .isEqualTo("korean_proverbs");
        assertThat(Ran.with("", "explain", "nothing_here", "--in", in).status()).isEqualTo(1);
        assertThat(Ran.with("", "explain", "folder/none", "--in", in).err())
                .contains("nothing is named 'folder/none'")
                .hasLineCount(1);
        assertThat(Ran.with("", "verify", "no_such_folder").err())
                .isEqualTo("florilegium: no_such_folder: no such folder\n");
    }
}
