package org.florilegium.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageHeaders;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * What an archived record holds once its transfer and content encodings are taken off.
 *
 * @param status HTTP status, 200 for records without one
 * @param mediaType what the header says, without parameters, empty where it says nothing
 * @param charset what the header says, empty where it says nothing
 * @param signals opt-out headers as they stand, {@code name: value} joined by {@code "; "}
 */
record ArchivedPayload(int status, byte[] bytes, String mediaType, String charset, String signals) {
    private static final List<String> SIGNALS =
            List.of("X-Robots-Tag", "Content-Usage", "TDM-Reservation", "TDM-Policy");

    /** A record without an HTTP header. WET files state UTF-8 in their standard, not in each record. */
    private static ArchivedPayload plain(WarcRecord record, int most) throws IOException {
        byte[] bytes = BoundedBytes.read(record.body().stream(), most);
        MediaType type = record.contentType();
        String charset = type.parameters().getOrDefault("charset", "");
        boolean conversion = record.type().equals("conversion") && charset.isEmpty();
        return new ArchivedPayload(200, bytes, base(type), conversion ? "UTF-8" : charset, "");
    }

    /** The payload of a record, whatever kind of record. */
    static ArchivedPayload of(WarcRecord record, int most) throws IOException {
        if (!record.type().equals("response") || !isHttp(record.contentType())) {
            return plain(record, most);
        }
        HttpResponse response;
        try {
            response = http(record);
        } catch (IOException | RuntimeException broken) {
            BrokenInputException fault = BrokenInputException.within(broken, "broken_http");
            throw fault.reason().equals("broken_http")
                    ? new BrokenInputException("broken_http", "the HTTP header cannot be read", broken)
                    : fault;
        }
        return of(response, most);
    }

    private static boolean isHttp(MediaType type) {
        return type.type().equals("application") && type.subtype().equals("http");
    }

    private static HttpResponse http(WarcRecord record) throws IOException {
        if (!(record instanceof WarcResponse response)) {
            throw new BrokenInputException("broken_http", "record type " + record.type() + " holds no HTTP response");
        }
        return response.http();
    }

    /** The payload of a response; only one with status 200 is decoded. */
    private static ArchivedPayload of(HttpResponse response, int most) throws IOException {
        MessageHeaders headers = response.headers();
        if (response.status() != 200) {
            return new ArchivedPayload(response.status(), new byte[0], "", "", signals(headers));
        }
        byte[] bytes;
        try {
            bytes = BoundedBytes.read(response.body().stream(), most);
        } catch (IOException | RuntimeException broken) {
            throw BrokenInputException.within(broken, "broken_http");
        }
        for (String encoding : encodings(headers)) {
            bytes = decode(bytes, encoding, most);
        }
        MediaType type = mediaType(headers);
        return new ArchivedPayload(
                200, bytes, base(type), type.parameters().getOrDefault("charset", ""), signals(headers));
    }

    private static MediaType mediaType(MessageHeaders headers) {
        return MediaType.parseLeniently(headers.first("Content-Type").orElse("application/octet-stream"));
    }

    private static String base(MediaType type) {
        String base = type.base().toString().toLowerCase(Locale.ROOT);
        return base.equals("application/octet-stream") ? "" : base;
    }

    /** Content encodings, the last applied first. */
    private static List<String> encodings(MessageHeaders headers) {
        List<String> found = new ArrayList<>();
        for (String value : headers.all("Content-Encoding")) {
            for (String one : value.split(",")) {
                found.add(0, one.strip().toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    private static byte[] decode(byte[] bytes, String encoding, int most) throws IOException {
        try (InputStream decoder = decoder(bytes, encoding)) {
            return BoundedBytes.read(decoder, most);
        } catch (BrokenInputException known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            throw new BrokenInputException("broken_encoding", "content encoding '" + encoding + "' is broken", broken);
        }
    }

    private static InputStream decoder(byte[] bytes, String encoding) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        return switch (encoding) {
            case "", "identity", "none", "utf-8" -> in;
            // crawlers store decoded payloads and leave the header: believe the magic bytes
            case "gzip", "x-gzip" -> isGzip(bytes) ? new GzipMembers(in) : in;
            case "deflate" -> new InflaterInputStream(in);
            case "br" -> new BrotliInputStream(in);
            case "zstd" -> new ZstdInputStream(in);
            default ->
                throw new BrokenInputException(
                        "unsupported_encoding",
                        "content encoding must be gzip, deflate, br or zstd, was '" + encoding + "'");
        };
    }

    private static boolean isGzip(byte[] bytes) {
        return CompressedStream.format(bytes).equals("gzip");
    }

    private static String signals(MessageHeaders headers) {
        List<String> found = new ArrayList<>();
        for (String name : SIGNALS) {
            for (String value : headers.all(name)) {
                found.add(name.toLowerCase(Locale.ROOT) + ": " + value.strip().replace(';', ','));
            }
        }
        return String.join("; ", found);
    }
}
