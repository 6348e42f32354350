package org.florilegium.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.detect.CompositeDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * Says what bytes are by looking at them.
 *
 * <p>A name is believed in one case only: bytes that are plain text by themselves are Markdown or HTML where the name
 * says so, as neither can always be told from plain text.
 */
final class MediaTypes {
    static final String PLAIN = "text/plain";
    static final String MARKDOWN = "text/markdown";
    static final String HTML = "text/html";
    static final String XHTML = "application/xhtml+xml";
    static final String XML = "application/xml";
    static final String UNKNOWN = "application/octet-stream";

    private static final int PREFIX = 8_192;
    private static final double MAX_CONTROL_SHARE = 0.02;
    private static final Set<String> MARKDOWN_ENDINGS = Set.of("md", "markdown", "mdown", "mkd");
    private static final Set<String> HTML_ENDINGS = Set.of("html", "htm", "xhtml", "shtml");
    private static final Pattern TAG = Pattern.compile(
            "<(!doctype\\s+html|html|head|body|p|div|span|h[1-6]|a\\s|ul|table)\\b", Pattern.CASE_INSENSITIVE);

    private final Detector detector = new CompositeDetector(
            MediaTypeRegistry.getDefaultRegistry(), // knows that a Word file is an office file, and says the former
            List.of(MimeTypes.getDefaultMimeTypes(), new DefaultZipContainerDetector(), new POIFSContainerDetector()));

    /** Media type of {@code bytes} without parameters; {@code name} may be empty. */
    String detect(byte[] bytes, String name) {
        if (bytes.length == 0) {
            return PLAIN;
        }
        String found = inZip(sniff(bytes), bytes);
        if (found.endsWith("html") || found.equals(XHTML)) {
            return found;
        }
        if (isRich(found) || isXml(found)) {
            return found;
        }
        return looksLikeText(bytes) ? textual(bytes, name) : found;
    }

    /** A zip that Tika cannot place: its directory, at the end, says whether it is an office document after all. */
    private static String inZip(String found, byte[] bytes) {
        if (!found.equals("application/zip")) {
            return found;
        }
        int from = Math.max(0, bytes.length - (1 << 16));
        String directory = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        if (directory.contains("word/document.xml")) {
            return RichText.OOXML;
        }
        boolean odf = directory.contains("content.xml") && directory.contains("META-INF/manifest.xml");
        return odf ? RichText.ODF : found;
    }

    private String sniff(byte[] bytes) {
        try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
            return detector.detect(in, new Metadata()).getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private static String textual(byte[] bytes, String name) {
        String ending = ending(name);
        if (MARKDOWN_ENDINGS.contains(ending)) {
            return MARKDOWN;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, PREFIX), StandardCharsets.ISO_8859_1);
        return HTML_ENDINGS.contains(ending) && TAG.matcher(start).find() ? HTML : PLAIN;
    }

    static boolean isRich(String type) {
        return RichText.reads(type);
    }

    static boolean isXml(String type) {
        return type.equals(XML) || type.equals("text/xml") || (type.endsWith("+xml") && !type.equals("image/svg+xml"));
    }

    static boolean isText(String type) {
        return type.startsWith("text/") || type.equals("application/json") || type.equals("application/x-ndjson");
    }

    private static String ending(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
        return lower.substring(lower.lastIndexOf('.') + 1);
    }

    /** Whether the first bytes are those of a text in any charset: a byte order mark, or hardly any control characters. */
    static boolean looksLikeText(byte[] bytes) {
        if (Charsets.byteOrderMark(bytes) != null) {
            return true;
        }
        int length = Math.min(bytes.length, PREFIX);
        int control = 0;
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            if (b == 0) {
                return false;
            }
            if ((b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) || b == 0x7F) {
                control++;
            }
        }
        return control <= MAX_CONTROL_SHARE * length;
    }
}
