package org.florilegium.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.florilegium.document.UnprocessableDocumentException;
import org.junit.jupiter.api.Test;

class EpubTextTest {
    private final Map<String, String> files = new LinkedHashMap<>();

    @Test
    void readsChaptersInTheOrderOfTheSpine() throws Exception {
        chapter("z-first.xhtml", "<h2><span>Book</span>\n <span>I</span></h2><p>It began.</p>");
        chapter("a-last.xhtml", "<h2>End</h2><p>It ended.</p>");

        Extracted book = EpubText.extract(book("z-first.xhtml", "missing.xhtml", "a-last.xhtml"), 1_000);

        assertThat(book.text()).isEqualTo("Book I\n\nIt began.\n\nEnd\n\nIt ended.");
        assertThat(book.title()).isEqualTo("The Mill");
    }

    @Test
    void leavesOutContentsImprintNoteMarksPageMarksAndReadings() throws Exception {
        chapter("toc.xhtml", "<nav epub:type='toc'><ol><li>One</li></ol></nav>");
        chapter("imprint.xhtml", "<section epub:type='imprint'><p>Printed by us.</p></section>");
        chapter(
                "one.xhtml",
                "<p>The mill<a epub:type='noteref' href='#n'>1</a> stood <span epub:type='pagebreak'>12</span>"
                        + "by <ruby>川<rt>かわ</rt></ruby>.</p>");

        Extracted book = EpubText.extract(book("toc.xhtml", "imprint.xhtml", "one.xhtml"), 1_000);

        assertThat(book.text()).isEqualTo("The mill stood by 川.");
    }

    @Test
    void survivesElementsThatAreClosedAtOnce() throws Exception {
        files.put(
                "OPS/one.xhtml",
                "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body><p>Here.</p></body></html>");

        assertThat(EpubText.extract(book("one.xhtml"), 1_000).text()).isEqualTo("Here.");
    }

    @Test
    void saysWhyThereIsNoText() throws Exception {
        chapter("one.xhtml", "<p><img src='1.png' alt='a mill'/></p>");
        byte[] pictures = book("one.xhtml");
        files.put(
                "META-INF/encryption.xml",
                "<encryption><enc:CipherReference xmlns:enc='e' URI='OPS/one.xhtml'/></encryption>");
        byte[] locked = book("one.xhtml");

        assertThat(cause(pictures, 1_000)).isEqualTo("images_only");
        assertThat(cause(locked, 1_000)).isEqualTo("encrypted");
    }

    @Test
    void readsNoMoreThanItsBounds() throws Exception {
        chapter("one.xhtml", "<p>" + "word ".repeat(1_000) + "</p>");
        byte[] longBook = book("one.xhtml");
        chapter("one.xhtml", " ".repeat(100_000));
        byte[] bomb = book("one.xhtml");

        assertThat(cause(longBook, 1_000)).isEqualTo("too_large");
        assertThat(cause(bomb, 1_000)).isEqualTo("too_large");
    }

    private static String cause(byte[] book, int limit) {
        return catchThrowableOfType(UnprocessableDocumentException.class, () -> EpubText.extract(book, limit))
                .reason();
    }

    private void chapter(String name, String body) {
        files.put(
                "OPS/" + name,
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'"
                        + " xmlns:epub='http://www.idpf.org/2007/ops'><head><title>x</title></head><body>" + body
                        + "</body></html>");
    }

    private byte[] book(String... spine) throws IOException {
        StringBuilder items = new StringBuilder();
        StringBuilder order = new StringBuilder();
        for (String name : spine) {
            items.append("<item id='%s' href='%s' media-type='application/xhtml+xml'/>".formatted(name, name));
            order.append("<itemref idref='%s'/>".formatted(name));
        }
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put(
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='OPS/p.opf'/></rootfiles></container>");
        all.put(
                "OPS/p.opf",
                "<package><metadata xmlns:dc='d'><dc:title>The Mill</dc:title></metadata><manifest>" + items
                        + "</manifest><spine>" + order + "</spine></package>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
