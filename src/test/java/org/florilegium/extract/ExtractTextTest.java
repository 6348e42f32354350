package org.florilegium.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.document.UnprocessableDocumentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExtractTextTest {
    private final ExtractText extractor = new ExtractText(ExtractSpec.defaults());

    @BeforeEach
    void open() {
        extractor.open();
    }

    @AfterEach
    void close() {
        extractor.close();
    }

    @Test
    void believesTheBytesNotTheName() throws Exception {
        Document document = extractor.extract(raw("picture.png", "Just a plain sentence."));

        assertThat(document.provenance().origin().mediaType()).isEqualTo("text/plain");
        assertThat(document.content().text()).isEqualTo("Just a plain sentence.");
    }

    @Test
    void stripsMarkdownAndKeepsItsParagraphs() throws Exception {
        Document document = extractor.extract(raw("a.md", "# A *title*\n\nOne **bold** word.\n\n- first\n- second\n"));

        assertThat(document.content().text()).isEqualTo("A title\n\nOne bold word.\n\nfirst\nsecond");
        assertThat(document.content().title()).isEqualTo("A title");
    }

    @Test
    void neverExpandsOrFetchesEntities() throws Exception {
        String xml =
                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a><p>Safe &x; text</p></a>";

        Document document = extractor.extract(raw("a.xml", xml));

        assertThat(document.content().text()).startsWith("Safe").endsWith("text");
    }

    @Test
    void leavesTheHeaderOfTeiOut() throws Exception {
        String xml = "<?xml version='1.0'?><TEI><teiHeader><titleStmt><title>Work</title></titleStmt></teiHeader>"
                + "<text><body><p>First <hi>one</hi>.</p><p>Second.</p></body></text></TEI>";

        Document document = extractor.extract(raw("a.xml", xml));

        assertThat(document.content().text()).isEqualTo("First one.\n\nSecond.");
        assertThat(document.content().title()).isEqualTo("Work");
    }

    @Test
    void refusesWhatIsNoText() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D};

        UnprocessableDocumentException thrown =
                catchThrowableOfType(UnprocessableDocumentException.class, () -> extractor.extract(raw("a.txt", png)));

        assertThat(thrown.reason()).isEqualTo("unsupported_media_type");
    }

    @Test
    void callsABrokenPdfCorrupt() {
        UnprocessableDocumentException thrown = catchThrowableOfType(
                UnprocessableDocumentException.class, () -> extractor.extract(raw("a.pdf", "%PDF-1.4\nnothing")));

        assertThat(thrown.reason()).isEqualTo("corrupt");
    }

    @Test
    void givesOfficeFilesTheirPreciseType() throws Exception {
        ByteArrayOutputStream letter = new ByteArrayOutputStream();
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("A letter.");
            word.write(letter);
        }
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("mills").createRow(0).createCell(0).setCellValue("Flour");
            book.write(sheet);
        }

        Document text = extractor.extract(raw("a.docx", letter.toByteArray()));
        Document cells = extractor.extract(raw("a.xlsx", sheet.toByteArray()));

        assertThat(text.provenance().origin().mediaType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(text.content().text()).isEqualTo("A letter.");
        assertThat(cells.provenance().origin().mediaType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(cells.content().text()).contains("Flour");
    }

    @Test
    void readsThePartsOfAWordFileThatAreInAnotherFormatBehindTheRest() throws Exception {
        Map<String, String> parts = Map.of(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels'"
                        + " ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default"
                        + " Extension='html' ContentType='text/html'/><Override PartName='/word/document.xml'"
                        + " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/>"
                        + "</Types>",
                "_rels/.rels",
                relation(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                        "word/document.xml"),
                "word/_rels/document.xml.rels",
                relation("http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk", "part.html"),
                "word/document.xml",
                "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas."
                        + "openxmlformats.org/officeDocument/2006/relationships'><w:body><w:p><w:r><w:t>Before.</w:t></w:r></w:p>"
                        + "<w:altChunk r:id='a'/><w:p><w:r><w:t>Behind.</w:t></w:r></w:p></w:body></w:document>",
                "word/part.html",
                "<html><head><title>no text</title></head><body><p>A mill\n  of stone.</p><p>A weir.</p></body></html>");

        Document document = extractor.extract(raw("a.docx", zip(parts)));

        assertThat(document.content().text()).isEqualTo("Before.\n\nBehind.\n\nA mill of stone.\n\nA weir.");
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='"
                + type + "' Target='" + target + "'/></Relationships>";
    }

    private static byte[] zip(Map<String, String> parts) throws java.io.IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void survivesDeeplyNestedMarkup() throws Exception {
        Document document = extractor.extract(raw("a.html", "<html><body>" + "<div>".repeat(20_000) + "deep inside"));

        assertThat(document.content().text()).contains("deep inside");
    }

    private static RawDocument raw(String name, String text) {
        return raw(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static RawDocument raw(String name, byte[] bytes) {
        Origin origin = new Origin("test", name, "", "", "", "", "", "");
        return new RawDocument(origin, Declared.NOTHING, bytes, "", "", "");
    }
}
