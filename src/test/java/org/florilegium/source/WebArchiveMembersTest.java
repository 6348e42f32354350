package org.florilegium.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebArchiveMembersTest {
    @TempDir
    Path folder;

    @Test
    void readsResponsesAndConversionsAndNamesWhatItLeavesOut() throws IOException {
        String archive = record("warcinfo", 1, "application/warc-fields", "software: test\r\n")
                + record("request", 2, "application/http;msgtype=request", "GET / HTTP/1.1\r\n\r\n")
                + response(3, "200 OK", "Content-Type: text/html; charset=UTF-8\r\n", "<p>good day</p>")
                + response(4, "404 Not Found", "", "gone")
                + record("conversion", 5, "text/plain", "plain words")
                + record("revisit", 6, "application/http;msgtype=response", "HTTP/1.1 200 OK\r\n\r\n");

        RecordingSink sink = read(archive.getBytes(ISO_8859_1));

        assertThat(sink.texts()).containsExactly("<p>good day</p>", "plain words");
        assertThat(sink.drops)
                .containsExactly(
                        "a.warc#urn:uuid:1|warc_warcinfo", "a.warc#urn:uuid:2|warc_request",
                        "a.warc#urn:uuid:4|http_status_404", "a.warc#urn:uuid:6|warc_revisit");
        assertThat(sink.deadLetters).isEmpty();
    }

    @Test
    void carriesTargetDateTypeAndOptOutSignals() throws IOException {
        String headers = "Content-Type: Text/HTML; charset=utf-8\r\nX-Robots-Tag: noai\r\nTDM-Reservation: 1\r\n";

        RecordingSink sink = read(response(3, "200 OK", headers, "hello").getBytes(ISO_8859_1));

        RawDocument raw = sink.documents.get(0);
        assertThat(raw.mediaType()).isEqualTo("text/html");
        assertThat(raw.charset()).isEqualToIgnoringCase("utf-8");
        Origin origin = raw.origin();
        assertThat(origin.uri()).isEqualTo("http://example.org/3");
        assertThat(origin.record()).isEqualTo("a.warc#urn:uuid:3");
        assertThat(origin.retrievedAt()).isEqualTo("2024-05-01T10:00:00Z");
        assertThat(origin.consent()).isEqualTo("noai; tdm_reserved; x-robots-tag: noai; tdm-reservation: 1");
    }

    @Test
    void takesOffChunksAndContentEncodings() throws IOException {
        String chunked = "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n";
        String zipped = new String(FileReaderTest.gzip("packed"), ISO_8859_1);

        RecordingSink sink = read((response(1, "200 OK", "Transfer-Encoding: chunked\r\n", chunked)
                        + response(2, "200 OK", "Content-Encoding: gzip\r\n", zipped)
                        + response(3, "200 OK", "Content-Encoding: gzip\r\n", "already plain")
                        + response(4, "200 OK", "Content-Encoding: secret\r\n", "???")
                        + response(5, "200 OK", "Content-Encoding: br\r\n", "no brotli at all"))
                .getBytes(ISO_8859_1));

        assertThat(sink.texts()).containsExactly("hello world", "packed", "already plain");
        assertThat(sink.deadLetters)
                .containsExactly("a.warc#urn:uuid:4|unsupported_encoding", "a.warc#urn:uuid:5|broken_encoding");
    }

    @Test
    void goesOnAfterARecordWithoutAnHttpHeader() throws IOException {
        String archive = record("response", 1, "application/http;msgtype=response", "no header here")
                + response(2, "200 OK", "", "next");

        RecordingSink sink = read(archive.getBytes(ISO_8859_1));

        assertThat(sink.deadLetters).containsExactly("a.warc#urn:uuid:1|broken_http");
        assertThat(sink.texts()).containsExactly("next");
    }

    @Test
    void keepsTheRecordsInFrontOfATruncationAndReportsTheRestOnce() throws IOException {
        String archive = response(1, "200 OK", "", "whole") + response(2, "200 OK", "", "cut off in the middle");
        byte[] bytes = archive.substring(0, archive.length() - 12).getBytes(ISO_8859_1);

        RecordingSink sink = read(bytes);
        RecordingSink zipped = read(cutGzip(archive));

        assertThat(sink.texts()).containsExactly("whole");
        assertThat(sink.deadLetters).containsExactly("offset 232|truncated_warc");
        assertThat(zipped.texts()).containsExactly("whole");
        assertThat(zipped.deadLetters).containsExactly("offset 232|truncated_gzip");
    }

    @Test
    void readsOnBehindARecordThatIsLongerThanItSays() throws IOException {
        String liar =
                response(2, "200 OK", "", "0123456789").replace("0123456789", "0123456789 and more\r\nthan it said");
        String archive = response(1, "200 OK", "", "first") + liar + response(3, "200 OK", "", "third");

        RecordingSink sink = read(archive.getBytes(ISO_8859_1));

        assertThat(sink.texts()).containsExactly("first", "third");
        assertThat(sink.deadLetters)
                .containsExactly("offset " + response(1, "200 OK", "", "first").length() + "|broken_warc");
    }

    @Test
    void readsTheRecordsThatABrokenOneClaimsForItself() throws IOException {
        String greedy =
                response(1, "200 OK", "", "small").replaceFirst("Content-Length: \\d+", "Content-Length: 999999");
        String archive = greedy + response(2, "200 OK", "", "second") + response(3, "200 OK", "", "third");

        RecordingSink sink = read(archive.getBytes(ISO_8859_1));

        assertThat(sink.texts()).containsExactly("second", "third");
        assertThat(sink.deadLetters).containsExactly("offset 0|broken_warc");
    }

    @Test
    void countsEveryBrokenRecordOnceAndLosesNothingAfterIt() throws IOException {
        StringBuilder archive = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            String record = response(i, "200 OK", "", "text " + i);
            archive.append(i % 3 == 1 ? record.replace("Content-Length: ", "Content-Length: 9") : record);
        }

        RecordingSink sink = read(archive.toString().getBytes(ISO_8859_1));

        assertThat(sink.texts()).hasSize(40);
        assertThat(sink.deadLetters).hasSize(20).allMatch(letter -> letter.endsWith("|broken_warc"));
    }

    @Test
    void readsOnBehindAHeaderThatIsNone() throws IOException {
        String torn = "WARC/1.0\r\nWARC-Type: resp";
        String archive = response(1, "200 OK", "", "first") + torn + "\r\n" + response(2, "200 OK", "", "second");

        RecordingSink sink = read(archive.getBytes(ISO_8859_1));

        assertThat(sink.texts()).containsExactly("first", "second");
        assertThat(sink.deadLetters).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void readsOnBehindABrokenGzipMember(int broken) throws IOException {
        int length = FileReaderTest.gzip(response(broken, "200 OK", "", "text " + broken)).length;
        List<String> others = Stream.of(0, 1, 2)
                .filter(i -> i != broken)
                .map(i -> "text " + i)
                .toList();
        int from = broken == 0 ? length - 8 : 0; // a file whose very start is broken is no archive to the reader
        for (int at = from; at < length; at++) {
            RecordingSink sink = read(archive(broken, at));

            boolean spared = sink.texts().contains("text " + broken); // changed in its header, or behind its text
            assertThat(sink.texts()).as("byte " + at).containsAll(others);
            assertThat(sink.deadLetters).as("byte " + at).hasSizeBetween(spared ? 0 : 1, 1);
        }
    }

    /** Three members of one record each, with one byte of one member changed. */
    private static byte[] archive(int broken, int at) throws IOException {
        byte[] archive = {};
        for (int i = 0; i < 3; i++) {
            byte[] member = FileReaderTest.gzip(response(i, "200 OK", "", "text " + i));
            if (i == broken) {
                member[at] ^= 0x55;
            }
            archive = FileReaderTest.concat(archive, member);
        }
        return archive;
    }

    @Test
    void readsOnInAnArc() throws IOException {
        String start = "filedesc://a.arc 127.0.0.1 20140216050221 text/plain 5\nabcd\n\n";
        String good = "http://example.org/a 127.0.0.1 20140216050221 text/plain 23\nHTTP/1.1 200 OK\r\n\r\ngood\n";
        String bad =
                "http://example.org/b 127.0.0.1 20140216050221 text/plain 20\nHTTP/1.1 200 OK\r\n\r\nlonger than that\n";
        String noHeader = "http://example.org/c 127.0.0.1 null text/plain 23\nHTTP/1.1 200 OK\r\n\r\ngood\n";

        RecordingSink sink = read((start + bad + good + noHeader + good).getBytes(ISO_8859_1));

        assertThat(sink.texts()).containsExactly("good", "good");
        assertThat(sink.deadLetters)
                .containsExactly(
                        "offset " + start.length() + "|broken_arc",
                        "offset " + (start + bad + good).length() + "|broken_arc");
    }

    @Test
    void readsArcFiles() throws IOException {
        String body = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>old</p>";
        String version = "1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n";
        String archive = "filedesc://a.arc 127.0.0.1 20140216050221 text/plain " + version.length() + "\n" + version
                + "\n" + "http://example.org/old 127.0.0.1 20140216050221 text/html " + body.length() + "\n" + body
                + "\n";

        RecordingSink sink = read(archive.getBytes(ISO_8859_1));

        assertThat(sink.texts()).containsExactly("<p>old</p>");
        assertThat(sink.documents.get(0).origin().uri()).isEqualTo("http://example.org/old");
        assertThat(sink.counts).containsEntry("warc_warcinfo", 1);
    }

    @Test
    void readsRobotsFilesWhereverTheyStandAndKeepsTheLinesThatDecide() throws IOException {
        String robots = "User-agent: CCBot\nDisallow: /\n\nUser-agent: *\nDisallow: /2\nContent-Usage: /3 train-ai=n\n";
        String archive = response(1, "200 OK", "X-Robots-Tag: noindex\r\n", "one")
                + response(2, "200 OK", "", "two")
                + response(3, "200 OK", "", "three").replace("http://", "https://")
                + response("http://other.example.org/2", "200 OK", "two elsewhere")
                + response("http://other.example.org/robots.txt", "404 Not Found", robots)
                + response("http://EXAMPLE.org:80/robots.txt", "200 OK", robots);

        RecordingSink sink = read(archive.getBytes(ISO_8859_1));

        String crawler = "robots.txt: User-agent: CCBot, Disallow: /";
        assertThat(sink.documents)
                .extracting(raw -> raw.origin().consent())
                .containsExactly(
                        "noindex; robots_ai_disallowed; x-robots-tag: noindex; " + crawler,
                        "robots_ai_disallowed; robots_disallowed; robots.txt: User-agent: *, Disallow: /2; " + crawler,
                        "robots_ai_disallowed; train_ai_no; robots.txt: User-agent: *, Content-Usage: /3 train-ai=n; "
                                + crawler,
                        "");
        assertThat(sink.drops).containsExactly("a.warc#urn:uuid:9|http_status_404", "a.warc#urn:uuid:9|robots_txt");
    }

    @Test
    void saysTheSameInWhateverOrderRecordsStandAndWhereSomeAreBroken() throws IOException {
        String page = response(2, "200 OK", "", "two");
        String first = response("http://example.org/robots.txt", "200 OK", "User-agent: *\nDisallow: /2\n");
        String later = response("http://example.org/robots.txt", "200 OK", "User-agent: GPTBot\nDisallow: /\n");
        String broken = response(4, "200 OK", "", "four").replace("Content-Length: ", "Content-Length: 9");
        List<String> orders = List.of(
                page + first + later, later + page + first, first + later + page, later + broken + page + first);
        for (String order : orders) {
            assertThat(read(order.getBytes(ISO_8859_1)).documents)
                    .extracting(raw -> raw.origin().consent())
                    .containsExactly(
                            "robots_ai_disallowed; robots_disallowed; robots.txt: User-agent: *, Disallow: /2; "
                                    + "robots.txt: User-agent: GPTBot, Disallow: /");
        }
        byte[] zipped = FileReaderTest.concat(FileReaderTest.gzip(page), FileReaderTest.gzip(first));
        assertThat(read(zipped).documents.get(0).origin().consent()).startsWith("robots_disallowed");
    }

    @Test
    void keepsHowTheCrawlerSaysItTookRobotsFiles() throws IOException {
        String archive = response(1, "200 OK", "", "before")
                + record("warcinfo", 2, "application/warc-fields", "software: test\r\nrobots: ignore\r\n")
                + response(3, "200 OK", "", "behind");

        RecordingSink sink = read(archive.getBytes(ISO_8859_1));

        assertThat(sink.documents)
                .extracting(raw -> raw.origin().consent())
                .containsExactly("", "warcinfo robots: ignore");
    }

    private byte[] cutGzip(String archive) throws IOException {
        int second = archive.indexOf("WARC/1.0", 10);
        byte[] first = FileReaderTest.gzip(archive.substring(0, second));
        byte[] cut = FileReaderTest.gzip(archive.substring(second));
        return FileReaderTest.concat(first, java.util.Arrays.copyOf(cut, cut.length - 20));
    }

    private RecordingSink read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("a.warc"), bytes);
        RecordingSink sink = new RecordingSink();
        SourceSpec spec = SourceSpec.files("web", folder.toString());
        new FileReader(List.of(spec), ReadLimits.STANDARD)
                .read(new SourceFile("web", file.toString(), "a.warc", bytes.length), sink);
        return sink;
    }

    private static String response(int id, String status, String headers, String body) {
        return record(
                "response",
                id,
                "application/http;msgtype=response",
                "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body);
    }

    private static String response(String target, String status, String body) {
        return response(9, status, "", body).replace("http://example.org/9", target);
    }

    private static String record(String type, int id, String mediaType, String block) {
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + id + ">\r\n"
                + "WARC-Date: 2024-05-01T10:00:00Z\r\nWARC-Target-URI: http://example.org/" + id + "\r\n"
                + "Content-Type: " + mediaType + "\r\nContent-Length: " + block.getBytes(ISO_8859_1).length + "\r\n\r\n"
                + block + "\r\n\r\n";
    }
}
