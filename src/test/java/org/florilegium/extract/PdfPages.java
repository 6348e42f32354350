package org.florilegium.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A PDF under construction, line by line; the page is 595 points wide and 842 high. */
final class PdfPages implements AutoCloseable {
    private static final PDType1Font FONT =
            new PDType1Font(Standard14Fonts.FontName.COURIER); // 0.6 of its size a letter

    final PDDocument document = new PDDocument();
    private PDPage page = new PDPage(PDRectangle.A4);

    PdfPages page() {
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return this;
    }

    /** Text whose first letter stands {@code x} points from the left and {@code y} from the top. */
    PdfPages at(double x, double y, double size, String text) {
        PDPageContentStream.AppendMode append = PDPageContentStream.AppendMode.APPEND;
        try (PDPageContentStream out = new PDPageContentStream(document, page, append, false)) {
            out.beginText();
            out.setFont(FONT, (float) size);
            out.newLineAtOffset((float) x, (float) (PDRectangle.A4.getHeight() - y));
            out.showText(text);
            out.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Lines of ten points, twelve apart. */
    PdfPages lines(double x, double y, String... lines) {
        for (int i = 0; i < lines.length; i++) {
            at(x, y + 12 * i, 10, lines[i]);
        }
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
