package org.florilegium.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.florilegium.document.UnprocessableDocumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTextTest {
    @TempDir
    Path folder;

    @Test
    void joinsLinesToParagraphsByRoomAndIndent() throws Exception {
        try (PdfPages pdf = new PdfPages().page()) {
            pdf.lines(
                    72,
                    100,
                    "The river runs slowly past the old mill, and",
                    "the miller, who has seen many winters, says",
                    "that it was always so.",
                    "Nobody believes him, for the bridge is newer",
                    "than the mill.");
            pdf.lines(86, 160, "A first line that is set in begins anew what");
            pdf.lines(72, 172, "the last one had ended at the very edge of");

            assertThat(text(pdf))
                    .isEqualTo(
                            "The river runs slowly past the old mill, and the miller, who has seen many winters, says"
                                    + " that it was always so.\n\n"
                                    + "Nobody believes him, for the bridge is newer than the mill.\n\n"
                                    + "A first line that is set in begins anew what the last one had ended at the very edge of");
        }
    }

    @Test
    void dropsHeadsFeetAndPageNumbersAndJoinsOverPages() throws Exception {
        try (PdfPages pdf = new PdfPages()) {
            for (int page = 1; page <= 4; page++) {
                pdf.page().at(200, 40, 9, page % 2 == 0 ? page + 10 + " The Old Mill" : "The Old Mill " + (page + 10));
                String name =
                        java.util.List.of("Anna", "Bruno", "Clara", "David").get(page - 1);
                pdf.lines(
                        72,
                        100,
                        "of " + name + " begins and goes on with the sentence",
                        "the page before " + name + " had, up to the end");
                pdf.at(290, 800, 9, String.valueOf(page + 10));
            }

            String text = text(pdf);

            assertThat(text).doesNotContain("Old Mill").doesNotContain("1").doesNotContain("\n");
            assertThat(text).startsWith("of Anna begins").contains("up to the end of Bruno begins");
        }
    }

    @Test
    void keepsAHeadingThatIsThereOnceAndNumbersThatDoNotCount() throws Exception {
        try (PdfPages pdf = new PdfPages()) {
            pdf.page()
                    .at(72, 60, 16, "Chapter One")
                    .lines(72, 100, "Short text here.")
                    .at(72, 800, 10, "1848");
            pdf.page()
                    .at(72, 60, 16, "Chapter Two")
                    .lines(72, 100, "Other text here.")
                    .at(72, 800, 10, "1871");

            assertThat(text(pdf)).contains("Chapter One", "Chapter Two", "1848", "1871");
        }
    }

    @Test
    void undoesHyphensByWhatTheDocumentWritesElsewhere() throws Exception {
        try (PdfPages pdf = new PdfPages().page()) {
            pdf.lines(
                    72,
                    100,
                    "No self-evident truth is known to a govern-",
                    "ment, and nothing that would be self-",
                    "evident to others helps a well and known mill-",
                    "stone to turn, however well-",
                    "known it may be that pre-",
                    "and postwar mills turned in the same river");

            assertThat(text(pdf))
                    .isEqualTo(
                            "No self-evident truth is known to a government, and nothing that would be self-evident to"
                                    + " others helps a well and known millstone to turn, however well-known it may be that"
                                    + " pre- and postwar mills turned in the same river");
        }
    }

    @Test
    void readsColumnsOneAfterTheOtherThoughWrittenRowByRow() throws Exception {
        try (PdfPages pdf = new PdfPages().page()) {
            for (int row = 0; row < 12; row++) {
                pdf.at(60, 100 + 12 * row, 10, "left column of the text, row");
                pdf.at(320, 100 + 12 * row, 10, "right column of the text, yes");
            }

            String text = text(pdf);

            assertThat(text.indexOf("right")).isGreaterThan(text.lastIndexOf("left"));
        }
    }

    @Test
    void keepsTheRowsOfATable() throws Exception {
        try (PdfPages pdf = new PdfPages().page()) {
            for (int row = 0; row < 12; row++) {
                pdf.at(60, 100 + 12 * row, 10, "year " + (1900 + row)).at(320, 100 + 12 * row, 10, "mills " + row);
            }

            assertThat(text(pdf)).contains("year 1900 mills 0").contains("year 1911 mills 11");
        }
    }

    @Test
    void putsAFootnoteBehindTheParagraphThatItInterrupts() throws Exception {
        try (PdfPages pdf = new PdfPages()) {
            pdf.page()
                    .lines(
                            72,
                            100,
                            "The miller counted his sacks every night and",
                            "told nobody how many there were, because the");
            pdf.at(72, 780, 7, "1 Sacks of flour, as was usual then.");
            pdf.page().lines(72, 100, "tax on them was paid by the sack and not by", "weight, as in the town.");

            assertThat(text(pdf))
                    .contains("because the tax on them was paid")
                    .endsWith("weight, as in the town.\n\n1 Sacks of flour, as was usual then.");
        }
    }

    @Test
    void saysWhyThereIsNoText() throws Exception {
        try (PdfPages scan = new PdfPages().page();
                PdfPages parcel = new PdfPages().page();
                PdfPages blank = new PdfPages().page()) {
            var image = LosslessFactory.createFromImage(
                    scan.document, new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_BYTE_GRAY));
            try (PDPageContentStream out = new PDPageContentStream(scan.document, scan.document.getPage(0))) {
                out.drawImage(image, 10, 10);
            }
            attach(parcel);

            assertThat(cause(scan)).isEqualTo("images_only");
            assertThat(cause(parcel)).isEqualTo("attachments_only");
            assertThat(text(blank)).isEmpty();
        }
    }

    @Test
    void callsOneThatNeedsAPasswordEncrypted() throws Exception {
        try (PdfPages pdf = new PdfPages().page().lines(72, 100, "secret")) {
            pdf.document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            byte[] bytes = pdf.bytes();
            RichText reader = new RichText(ExtractSpec.defaults().withTemporaryFolder(folder.toString()));

            UnprocessableDocumentException thrown = catchThrowableOfType(
                    UnprocessableDocumentException.class, () -> reader.extract(bytes, "application/pdf"));

            assertThat(thrown.reason()).isEqualTo("encrypted");
            reader.close();
        }
    }

    private static void attach(PdfPages pdf) throws Exception {
        PDEmbeddedFile file = new PDEmbeddedFile(pdf.document, new ByteArrayInputStream(new byte[] {'a'}));
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile("a.txt");
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(java.util.Map.of("a.txt", specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.document.getDocumentCatalog().setNames(names);
    }

    private String text(PdfPages pdf) throws Exception {
        return PdfText.extract(pdf.bytes(), 1_000_000, folder).text();
    }

    private String cause(PdfPages pdf) throws Exception {
        byte[] bytes = pdf.bytes();
        return catchThrowableOfType(
                        UnprocessableDocumentException.class, () -> PdfText.extract(bytes, 1_000_000, folder))
                .reason();
    }
}
