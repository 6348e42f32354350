package org.florilegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.flow.MemberSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The whole shared corpus, against a listing that was made in another way. */
class CorpusListingTest {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^content-length: *(\\d+) *\\r?$");
    private static final Pattern ARC_HEADER = Pattern.compile("\\S+ \\S+ \\d{14} \\S+ (\\d+)");

    static Path corpus() {
        String shared = System.getenv("FLORILEGIUM_SHARED");
        return Path.of(shared == null ? "../shared" : shared).resolve("corpus");
    }

    static boolean corpusIsThere() {
        return Files.isDirectory(corpus());
    }

    @Test
    @EnabledIf("corpusIsThere")
    void listsWhatAPlainWalkFinds() throws IOException {
        List<Path> walked;
        try (Stream<Path> all = Files.walk(corpus())) {
            walked = all.filter(Files::isRegularFile).toList();
        }

        List<SourceFile> listed = new ListFiles(Path.of("")).list(List.of(spec()));

        assertThat(listed).hasSize(walked.size());
        assertThat(listed.stream().mapToLong(SourceFile::bytes).sum())
                .isEqualTo(walked.stream()
                        .mapToLong(path -> path.toFile().length())
                        .sum());
    }

    @Test
    @EnabledIf("corpusIsThere")
    void accountsForEveryMemberOfEveryFile() {
        FileReader reader = new FileReader(List.of(spec()), ReadLimits.STANDARD);
        Map<String, String> differences = new TreeMap<>();
        Map<String, Integer> causes = new TreeMap<>();

        for (SourceFile file : new ListFiles(Path.of("")).list(List.of(spec()))) {
            RecordingSink sink = new RecordingSink();
            reader.read(file, new Printing(sink));
            String folder = file.relativeUri().substring(0, file.relativeUri().indexOf('/'));
            sink.counts.forEach((what, many) -> causes.merge(folder + " " + what, many, Integer::sum));
            int whole = sink.callbacks() - broken(sink);
            int expected = folder.equals("warc") ? records(Path.of(file.absolutePath())) : 1;
            if (sink.callbacks() == 0 || whole != expected) {
                differences.put(file.relativeUri(), "independently " + expected + ", read " + sink.counts);
            }
        }

        causes.forEach((what, many) -> System.out.println(what + " " + many));
        assertThat(differences).isEmpty();
    }

    /** Dead letters for what is no record, which no listing of members can know of. */
    private static int broken(RecordingSink sink) {
        return (int) sink.deadLetters.stream()
                .filter(letter -> letter.startsWith("|") || letter.matches("offset \\d+\\|.*"))
                .count();
    }

    /** Complete records by a scanner that knows only header lines and lengths. */
    private static int records(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.startsWith("WARC/") ? warcRecords(text) : arcRecords(text);
    }

    private static int warcRecords(String text) {
        int count = 0;
        int at = text.indexOf("WARC/");
        while (at >= 0) {
            int end = text.indexOf("\n\r\n", at);
            Matcher length = CONTENT_LENGTH.matcher(text.substring(at, Math.max(at, end)));
            int next = length.find() ? end + 3 + Integer.parseInt(length.group(1)) : Integer.MAX_VALUE;
            boolean whole = next <= text.length()
                    && (text.startsWith("\r\n", next) || text.startsWith("\n", next) || text.startsWith("WARC/", next));
            count += whole ? 1 : 0;
            int line = text.indexOf("\nWARC/", whole ? next - 1 : at + 1);
            at = line < 0 ? -1 : line + 1;
        }
        return count;
    }

    private static int arcRecords(String text) {
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int line = text.indexOf('\n', at);
            int end = line < 0 ? text.length() : line;
            Matcher header = ARC_HEADER.matcher(text.substring(at, end).strip());
            int next = header.matches() ? end + 1 + Integer.parseInt(header.group(1)) : Integer.MAX_VALUE;
            boolean whole = next <= text.length() && text.startsWith("\n", next);
            count += whole ? 1 : 0;
            at = whole ? next : end + 1;
        }
        return count;
    }

    private static SourceSpec spec() {
        return SourceSpec.files("corpus", corpus().toString());
    }

    /** Shows each dead letter, for reading by eye. */
    private record Printing(MemberSink sink) implements MemberSink {
        @Override
        public void document(RawDocument raw) {
            sink.document(raw);
        }

        @Override
        public void dropped(Origin origin, String reason, String message) {
            sink.dropped(origin, reason, message);
        }

        @Override
        public void deadLetter(Origin origin, String cause, String message) {
            System.out.println("dead letter " + origin.label() + ": " + cause + ": " + message);
            sink.deadLetter(origin, cause, message);
        }
    }
}
