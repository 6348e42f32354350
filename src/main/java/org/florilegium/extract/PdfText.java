package org.florilegium.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.florilegium.document.UnprocessableDocumentException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Text of a PDF: its lines in reading order, joined to paragraphs over lines, columns and pages, without running heads, feet
 * and page numbers, and what was filled into its forms.
 *
 * <p>One without text is a dead letter where it holds something that is not read: {@code images_only} or
 * {@code attachments_only}.
 */
final class PdfText {
    private static final long MAIN_MEMORY = 64L << 20;

    private PdfText() {}

    static Extracted extract(byte[] bytes, int limit, Path temporary)
            throws IOException, UnprocessableDocumentException {
        MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(MAIN_MEMORY).setTempDir(temporary.toFile());
        try (PDDocument document =
                Loader.loadPDF(new RandomAccessReadBuffer(bytes), "", null, null, memory.streamCache)) {
            List<PdfLine> lines = PdfFurniture.without(PdfColumns.inOrder(PdfLines.read(document, limit)));
            String text = PdfParagraphs.join(lines) + fields(document);
            if (text.isBlank()) {
                requireNothingElse(document);
            }
            return new Extracted(text, title(document));
        }
    }

    /** What somebody wrote into the fields of a form, which is not part of its pages. */
    private static String fields(PDDocument document) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        StringBuilder values = new StringBuilder();
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                String value = field instanceof PDTextField text ? text.getValue() : "";
                if (value != null && !value.isBlank()) {
                    values.append("\n\n").append(value.strip());
                }
            }
        }
        return values.toString();
    }

    private static void requireNothingElse(PDDocument document) throws IOException, UnprocessableDocumentException {
        int pages = document.getNumberOfPages();
        for (PDPage page : document.getPages()) {
            if (hasImage(page.getResources(), 0)) {
                throw new UnprocessableDocumentException("images_only", "no text on " + pages + " pages, but images");
            }
        }
        boolean attached = false;
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        attached |= names != null && names.getEmbeddedFiles() != null;
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                attached |= List.of("FileAttachment", "RichMedia", "Screen", "Movie")
                        .contains(String.valueOf(annotation.getSubtype()));
            }
        }
        if (attached) {
            throw new UnprocessableDocumentException(
                    "attachments_only", "no text on " + pages + " pages, but attached files, which are not read");
        }
    }

    private static boolean hasImage(PDResources resources, int depth) throws IOException {
        if (resources == null || depth > 4) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                return true;
            }
            if (resources.getXObject(name) instanceof org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject form
                    && hasImage(form.getResources(), depth + 1)) {
                return true;
            }
        }
        return false;
    }

    private static String title(PDDocument document) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        String title = information.getTitle();
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if ((title == null || title.isBlank()) && metadata != null) {
            Element declared = Jsoup.parse(
                            new String(metadata.toByteArray(), java.nio.charset.StandardCharsets.UTF_8),
                            "",
                            Parser.xmlParser())
                    .selectFirst("dc|title");
            title = declared == null ? "" : declared.text();
        }
        return title == null ? "" : title.strip();
    }
}
