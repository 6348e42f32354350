package org.florilegium.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.flow.MemberSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileReaderTest {
    @TempDir
    Path folder;

    private ReadLimits limits = ReadLimits.STANDARD;

    @Test
    void handsAPlainFileOverAsItIs() throws IOException {
        byte[] bytes = "Many hands make light work.\n".getBytes(UTF_8);

        RecordingSink sink = read("proverb.txt", bytes);

        assertThat(sink.callbacks()).isEqualTo(1);
        RawDocument raw = sink.documents.get(0);
        assertThat(raw.bytes()).isEqualTo(bytes);
        assertThat(raw.mediaType()).isEmpty();
        assertThat(raw.origin())
                .isEqualTo(new Origin(
                        "texts", "proverb.txt", "", "", "", MemberOrigins.sha256(bytes), "CC0-1.0", "granted"));
    }

    @Test
    void takesOffGzipOfManyMembersAndZstdWhateverTheNameSays() throws IOException {
        byte[] twoMembers = concat(gzip("first "), gzip("second"));
        byte[] nested = Zstd.compress(twoMembers);

        RecordingSink sink = read("a.txt", twoMembers);
        RecordingSink other = read("b.txt", nested);

        assertThat(sink.texts()).containsExactly("first second");
        assertThat(other.texts()).containsExactly("first second");
    }

    @ParameterizedTest
    @CsvSource({"a.txt, |empty_file", "a.jsonl, |empty_file"})
    void reportsAnEmptyFile(String name, String expected) throws IOException {
        RecordingSink sink = read(name, new byte[0]);

        assertThat(sink.deadLetters).containsExactly(expected);
        assertThat(sink.callbacks()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"a.gz, |truncated_gzip", "a.jsonl.zst, |truncated_zstd"})
    void reportsACompressedFileOfNoBytesAsBroken(String name, String expected) throws IOException {
        RecordingSink sink = read(name, new byte[0]);

        assertThat(sink.deadLetters).containsExactly(expected);
        assertThat(sink.callbacks()).isEqualTo(1);
    }

    @Test
    void reportsACompressedFileThatHoldsNothing() throws IOException {
        RecordingSink sink = read("a.txt.gz", gzip(""));

        assertThat(sink.deadLetters).containsExactly("|empty_file");
    }

    @Test
    void countsEveryLineOfJsonLinesAsOneMember() throws IOException {
        String lines = "{\"text\":\"one\",\"id\":7,\"title\":\"T\"}\n\n{\"text\":\"two\"\n{\"body\":\"three\"}\n"
                + "{\"text\":null}\n[1]\n{\"text\":\"\"}\n{\"text\":\"last\"} {}\n{\"text\":\"end\"}";

        RecordingSink sink = read("a.jsonl", lines.getBytes(UTF_8));

        assertThat(sink.texts()).containsExactly("one", "end");
        assertThat(sink.drops).containsExactly("line 2|blank_line", "line 7|empty_text");
        assertThat(sink.deadLetters)
                .containsExactly(
                        "line 3|broken_json",
                        "line 4|missing_text_field",
                        "line 5|missing_text_field",
                        "line 6|missing_text_field",
                        "line 8|broken_json");
        RawDocument first = sink.documents.get(0);
        assertThat(first.origin().record()).isEqualTo("line 1 7");
        assertThat(first.title()).isEqualTo("T");
        assertThat(first.mediaType()).isEqualTo("text/plain");
        assertThat(first.origin().digest())
                .isEqualTo(MemberOrigins.sha256("{\"text\":\"one\",\"id\":7,\"title\":\"T\"}"));
    }

    @Test
    void keepsTheLinesInFrontOfABreakInAGzipAndReportsTheRestOnce() throws IOException {
        byte[] whole = gzip(randomLines(2000));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        RecordingSink sink = read("a.jsonl.gz", half);

        assertThat(sink.documents).hasSizeBetween(900, 1100);
        assertThat(sink.deadLetters).containsExactly("|truncated_gzip");
        assertThat(sink.drops).isEmpty();
    }

    @Test
    void reportsACorruptByteInAPlainGzipOnce() throws IOException {
        byte[] whole = gzip(randomLines(2000).replace('{', '('));
        whole[whole.length / 2] ^= 0x55;

        RecordingSink sink = read("a.txt.gz", whole);

        assertThat(sink.callbacks()).isEqualTo(1);
        assertThat(sink.deadLetters).containsExactly("|broken_gzip");
    }

    @Test
    void readsAnArrayOfObjectsWithTheTextFieldAsItsElements() throws IOException {
        String array = "[ {\"body\":1}, {\"text\":\"one\"}, \"stray\", {\"id\":\"x\",\"text\":\"two\"} ]";

        RecordingSink sink = read("a.json", array.getBytes(UTF_8));

        assertThat(sink.texts()).containsExactly("one", "two");
        assertThat(sink.documents.get(1).origin().record()).isEqualTo("element 3 x");
        assertThat(sink.deadLetters).containsExactly("element 0|missing_text_field", "element 2|missing_text_field");
    }

    @Test
    void readsAnyOtherJsonAsOneDocumentOfItsStrings() throws IOException {
        String json =
                "{\n \"title\": \"Primer\", \"n\": 3, \"content\": [ {\"lines\": [\"first\", \"  \", \"second\"]} ]\n}";

        RecordingSink sink = read("a.json", json.getBytes(UTF_8));

        assertThat(sink.texts()).containsExactly("Primer\n\nfirst\n\nsecond");
        assertThat(sink.documents.get(0).title()).isEqualTo("Primer");
        assertThat(sink.documents.get(0).origin().digest()).isEqualTo(MemberOrigins.sha256(json));
    }

    @ParameterizedTest
    @CsvSource({
        "a.json, '[{\"text\":\"one\"}, {\"text\":', |broken_json, 1",
        "a.json, '{\"a\": [1, 2', |broken_json, 0",
        "a.json, '{\"a\": 1}} ', |broken_json, 0",
        "a.json, '[]', |empty_text, 0"
    })
    void reportsBrokenJsonOnce(String name, String json, String expected, int documents) throws IOException {
        RecordingSink sink = read(name, json.getBytes(UTF_8));

        assertThat(sink.documents).hasSize(documents);
        assertThat(sink.callbacks()).isEqualTo(documents + 1);
        assertThat(concatLists(sink)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"'[Illustration: a heron]'", "'{{Infobox}} text'", "'[see](x.md) and more'", "'{\\rtf1 text}'"})
    void takesProseThatBeginsWithABracketAsAPlainFile(String text) throws IOException {
        RecordingSink sink = read("a.md", text.getBytes(UTF_8));

        assertThat(sink.texts()).containsExactly(text);
    }

    @Test
    void refusesBombsWithOneDeadLetter() throws IOException {
        limits = new ReadLimits(1 << 20, 1 << 16, "");
        byte[] zeros = new byte[64 << 20];

        RecordingSink file = read("bomb.txt.zst", Zstd.compress(zeros));
        RecordingSink line = read("bomb.jsonl.zst", Zstd.compress(concat("{\"text\":\"a\"}\n".getBytes(UTF_8), zeros)));

        assertThat(file.deadLetters).containsExactly("|too_large");
        assertThat(line.texts()).containsExactly("a");
        assertThat(line.deadLetters).containsExactly("line 2|too_large");
    }

    @Test
    void survivesJsonOfAnyDepth() throws IOException {
        RecordingSink sink = read("deep.json", "[".repeat(2_000_000).getBytes(UTF_8));

        assertThat(sink.deadLetters).containsExactly("|broken_json");
    }

    @Test
    void letsWhatTheSinkThrowsThrough() throws IOException {
        Path file = Files.write(folder.resolve("a.jsonl"), "{\"text\":\"one\"}".getBytes(UTF_8));
        MemberSink failing = new Failing();

        assertThatThrownBy(() -> reader().read(sourceFile(file), failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
    }

    @Test
    void reportsAFileThatVanished() {
        RecordingSink sink = new RecordingSink();

        reader().read(sourceFile(folder.resolve("gone.txt")), sink);

        assertThat(sink.deadLetters).containsExactly("|unreadable_file");
    }

    private record Failing() implements MemberSink {
        @Override
        public void document(RawDocument raw) {
            throw new IllegalStateException("disk full");
        }

        @Override
        public void dropped(Origin origin, String reason, String message) {}

        @Override
        public void deadLetter(Origin origin, String cause, String message) {}
    }

    private FileReader reader() {
        return new FileReader(
                List.of(SourceSpec.files("texts", folder.toString()).withTerms("CC0-1.0", "granted")), limits);
    }

    private SourceFile sourceFile(Path file) {
        return new SourceFile("texts", file.toString(), String.valueOf(file.getFileName()), 0);
    }

    private RecordingSink read(String name, byte[] bytes) throws IOException {
        RecordingSink sink = new RecordingSink();
        reader().read(sourceFile(Files.write(folder.resolve(name), bytes)), sink);
        return sink;
    }

    private static List<String> concatLists(RecordingSink sink) {
        return java.util.stream.Stream.concat(sink.drops.stream(), sink.deadLetters.stream())
                .toList();
    }

    private static String randomLines(int many) {
        Random random = new Random(5);
        StringBuilder lines = new StringBuilder();
        for (int line = 0; line < many; line++) {
            lines.append("{\"text\":\"")
                    .append(Long.toString(random.nextLong(), 36))
                    .append("\"}\n");
        }
        return lines.toString();
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
