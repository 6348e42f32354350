package org.florilegium.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(sink.deadLetters).containsExactly("|truncated_warc");
        assertThat(zipped.texts()).containsExactly("whole");
        assertThat(zipped.deadLetters).containsExactly("|truncated_gzip");
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

    private static String record(String type, int id, String mediaType, String block) {
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + id + ">\r\n"
                + "WARC-Date: 2024-05-01T10:00:00Z\r\nWARC-Target-URI: http://example.org/" + id + "\r\n"
                + "Content-Type: " + mediaType + "\r\nContent-Length: " + block.getBytes(ISO_8859_1).length + "\r\n\r\n"
                + block + "\r\n\r\n";
    }
}
