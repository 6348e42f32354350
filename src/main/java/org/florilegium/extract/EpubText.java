package org.florilegium.extract;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.florilegium.document.UnprocessableDocumentException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Text of an EPUB: its chapters in the order of the spine, without what EPUB's own vocabulary calls contents, imprint or
 * copyright page, and without note marks, page marks and reading aids over Chinese characters.
 *
 * <p>A book of pictures is a dead letter, {@code images_only}; one whose chapters are encrypted is {@code encrypted}.
 */
final class EpubText {
    private static final int BYTES_A_CHARACTER = 16; // markup included; more is no book
    private static final String LEFT_OUT = "script, style, nav, rt, rp, annotation, annotation-xml, [hidden], "
            + "[epub:type~=\\b(noteref|backlink|pagebreak|page-list|toc|landmarks|copyright-page|imprint|colophon|loi|lot)\\b], "
            + "[role~=^doc-(noteref|backlink|pagebreak|pagelist|toc|colophon)$]";
    private static final Pattern CLOSED_AT_ONCE =
            Pattern.compile("<(title|script|style|iframe|textarea)(\\s[^<>]*)?/>");

    private final ZipFile zip;
    private final long mostBytes;
    private long read;
    private boolean images;

    private EpubText(ZipFile zip, int limit) {
        this.zip = zip;
        this.mostBytes = (long) BYTES_A_CHARACTER * limit;
    }

    /**
     * @param limit characters of text, beyond which it is {@code too_large}
     * @throws IOException when it is no whole zip file, or has no package document
     */
    static Extracted extract(byte[] bytes, int limit) throws IOException, UnprocessableDocumentException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            return new EpubText(zip, limit).book(limit);
        }
    }

    private Extracted book(int limit) throws IOException, UnprocessableDocumentException {
        Element root = xml("META-INF/container.xml").selectFirst("rootfile[full-path]");
        if (root == null) {
            throw new IOException("no rootfile in META-INF/container.xml");
        }
        String path = root.attr("full-path");
        Document opf = xml(path);
        requireReadable();
        StringBuilder text = new StringBuilder();
        for (String chapter : spine(opf, path.substring(0, path.lastIndexOf('/') + 1))) {
            String found = chapter(chapter);
            if (!found.isBlank()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(found);
            }
            if (text.length() > limit) {
                throw RichText.tooLong(limit);
            }
        }
        if (text.isEmpty() && images) {
            throw new UnprocessableDocumentException("images_only", "no text in the chapters, but images");
        }
        Element title = opf.selectFirst("metadata > dc|title, metadata > title");
        return new Extracted(text.toString(), title == null ? "" : title.text());
    }

    /** Names of the chapters in reading order; a file that is missing is passed over, as readers do. */
    private List<String> spine(Document opf, String folder) {
        Map<String, Element> items = new HashMap<>();
        for (Element item : opf.select("manifest > item, opf|manifest > opf|item")) {
            items.putIfAbsent(item.attr("id"), item);
        }
        List<String> chapters = new ArrayList<>();
        for (Element reference : opf.select("spine > itemref, opf|spine > opf|itemref")) {
            Element item = items.get(reference.attr("idref"));
            String name = item == null ? "" : chapterName(folder, item);
            if (!name.isEmpty() && zip.getEntry(name) != null && !chapters.contains(name)) {
                chapters.add(name);
            }
        }
        return chapters;
    }

    /** Name of a file of text in the archive, empty for contents and for other kinds of files. */
    private static String chapterName(String folder, Element item) {
        boolean contents = item.attr("properties").matches("(.*\\s)?nav(\\s.*)?");
        boolean isText = item.attr("media-type").contains("html");
        return isText && !contents ? resolve(folder + item.attr("href")) : "";
    }

    private static String resolve(String href) {
        String plain = URLDecoder.decode(href.replace("+", "%2B").replaceFirst("#.*", ""), StandardCharsets.UTF_8);
        List<String> parts = new ArrayList<>();
        for (String part : plain.split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.startsWith(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private String chapter(String name) throws IOException, UnprocessableDocumentException {
        String xhtml = Charsets.decode(bytes(name), "", true);
        Document page = Jsoup.parse(CLOSED_AT_ONCE.matcher(xhtml).replaceAll("<$1$2></$1>"));
        images |= page.selectFirst("img, svg image, object") != null;
        page.select(LEFT_OUT).remove();
        return BlockText.of(new PageTree(page.body(), true), 0);
    }

    /** Fonts may be scrambled in any book; a chapter that is cannot be read. */
    private void requireReadable() throws IOException, UnprocessableDocumentException {
        if (zip.getEntry("META-INF/encryption.xml") == null) {
            return;
        }
        for (Element reference : xml("META-INF/encryption.xml").select("[URI]")) {
            if (reference.attr("URI").matches("(?i).*\\.(x?html?|xml)")) {
                throw new UnprocessableDocumentException("encrypted", "chapters are encrypted");
            }
        }
    }

    private Document xml(String name) throws IOException, UnprocessableDocumentException {
        return Jsoup.parse(Charsets.decode(bytes(name), "", true), "", Parser.xmlParser());
    }

    private byte[] bytes(String name) throws IOException, UnprocessableDocumentException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("no '" + name + "' in the archive");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            int most = (int) Math.min(Integer.MAX_VALUE - 8, mostBytes - read + 1);
            byte[] bytes = in.readNBytes(most);
            read += bytes.length;
            if (read > mostBytes) {
                throw new UnprocessableDocumentException(
                        "too_large", "the chapters have more than " + mostBytes + " bytes");
            }
            return bytes;
        }
    }
}
