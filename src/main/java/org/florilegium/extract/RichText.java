package org.florilegium.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.io.file.PathUtils;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.microsoft.xml.WordMLParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.florilegium.document.UnprocessableDocumentException;
import org.jspecify.annotations.Nullable;

/**
 * Text of PDF files, of EPUB, and of office files by Tika's parsers.
 *
 * <p>Each document is parsed in a thread of its own with a time limit; one that does not end in time is abandoned with its
 * thread. Documents embedded in others are not followed.
 */
final class RichText {
    static final String OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String ODF = "application/vnd.oasis.opendocument.text";
    private static final String EPUB = "application/epub+zip";
    private static final String PDF = "application/pdf";
    private static final Map<String, Parser> PARSERS = Map.ofEntries(
            Map.entry(EPUB, new EpubParser()),
            Map.entry("application/msword", new OfficeParser()),
            Map.entry("application/x-tika-msoffice", new OfficeParser()),
            Map.entry("application/x-tika-ooxml-protected", new OfficeParser()),
            Map.entry(OOXML, new OOXMLParser()),
            Map.entry(
                    OOXML.replace("document.wordprocessingml.document", "document.wordprocessingml.template"),
                    new OOXMLParser()),
            Map.entry("application/vnd.ms-word.document.macroenabled.12", new OOXMLParser()),
            Map.entry("application/x-tika-ooxml", new OOXMLParser()),
            Map.entry(OOXML.replace("wordprocessingml.document", "spreadsheetml.sheet"), new OOXMLParser()),
            Map.entry(OOXML.replace("wordprocessingml.document", "presentationml.presentation"), new OOXMLParser()),
            Map.entry(OOXML.replace("wordprocessingml.document", "presentationml.slideshow"), new OOXMLParser()),
            Map.entry("application/vnd.ms-excel.sheet.macroenabled.12", new OOXMLParser()),
            Map.entry("application/vnd.ms-powerpoint.presentation.macroenabled.12", new OOXMLParser()),
            Map.entry("application/vnd.ms-excel", new OfficeParser()),
            Map.entry("application/vnd.ms-powerpoint", new OfficeParser()),
            Map.entry(ODF, new OpenDocumentParser()),
            Map.entry(ODF + "-template", new OpenDocumentParser()),
            Map.entry(ODF + "-master", new OpenDocumentParser()),
            Map.entry("application/rtf", new RTFParser()),
            Map.entry("application/vnd.ms-wordml", new WordMLParser()));

    private final ExtractSpec spec;
    private final Path temporary;
    private @Nullable ExecutorService worker;

    RichText(ExtractSpec spec) {
        this.spec = spec;
        try {
            Path parent = spec.temporaryFolder().isEmpty()
                    ? Path.of(System.getProperty("java.io.tmpdir", "."))
                    : Path.of(spec.temporaryFolder());
            Files.createDirectories(parent);
            this.temporary = Files.createTempDirectory(parent, "extract-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for temporary files under '" + spec.temporaryFolder() + "'", e);
        }
    }

    static boolean reads(String mediaType) {
        return mediaType.equals(PDF) || PARSERS.containsKey(mediaType);
    }

    Extracted extract(byte[] bytes, String mediaType) throws UnprocessableDocumentException {
        return inTime(() -> parse(bytes, mediaType), mediaType);
    }

    /** Runs {@code work} on a document of {@code mediaType} in a thread of its own, no longer than the time limit. */
    Extracted inTime(Callable<Extracted> work, String mediaType) throws UnprocessableDocumentException {
        if (worker == null) {
            worker = Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "extract");
                thread.setDaemon(true);
                return thread;
            });
        }
        Future<Extracted> result = worker.submit(work);
        try {
            return result.get(spec.timeoutSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            worker.shutdownNow();
            worker = null;
            throw new UnprocessableDocumentException(
                    "timeout", mediaType + " took longer than " + spec.timeoutSeconds() + " s to read", e);
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + mediaType, e);
        } catch (ExecutionException e) {
            throw unprocessable(mediaType, e.getCause() == null ? e : e.getCause());
        }
    }

    void close() {
        if (worker != null) {
            worker.shutdownNow();
            worker = null;
        }
        try {
            PathUtils.deleteDirectory(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException("temporary folder '" + temporary + "' cannot be deleted", e);
        }
    }

    static UnprocessableDocumentException tooLong(int limit) {
        return new UnprocessableDocumentException(
                "too_large", "extracted text is longer than " + limit + " characters");
    }

    private Extracted parse(byte[] bytes, String mediaType) throws Exception {
        if (mediaType.equals(PDF)) {
            return PdfText.extract(bytes, spec.maxCharacters(), temporary);
        }
        if (mediaType.equals(EPUB)) {
            try {
                return EpubText.extract(bytes, spec.maxCharacters());
            } catch (IOException | IllegalArgumentException broken) {
                return parseByTika(bytes, mediaType); // which reads what is left of a broken archive
            }
        }
        return parseByTika(bytes, mediaType);
    }

    private Extracted parseByTika(byte[] bytes, String mediaType) throws Exception {
        Parser parser = PARSERS.get(mediaType);
        if (parser == null) {
            throw new IllegalStateException("no parser for " + mediaType);
        }
        Metadata metadata = new Metadata();
        metadata.set(HttpHeaders.CONTENT_TYPE, mediaType);
        XhtmlText handler = new XhtmlText(spec.maxCharacters());
        try (TemporaryResources files = new TemporaryResources()) {
            files.setTemporaryFileDirectory(temporary);
            try (TikaInputStream in = TikaInputStream.get(new ByteArrayInputStream(bytes), files, metadata)) {
                parser.parse(in, handler, metadata, context());
            }
        }
        String title = metadata.get(TikaCoreProperties.TITLE);
        return new Extracted(handler.text(), title == null ? "" : title);
    }

    private static ParseContext context() {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new AlternateChunks(context));
        return context;
    }

    /** What Tika threw for this document, as the cause of its dead letter; faults of the machine are thrown on. */
    private UnprocessableDocumentException unprocessable(String mediaType, Throwable thrown) {
        if (thrown instanceof Error error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof XhtmlText.TooLongException) {
                return tooLong(spec.maxCharacters());
            }
            if (t instanceof UnprocessableDocumentException known) {
                return known;
            }
            if (t instanceof InvalidPasswordException
                    || t instanceof EncryptedDocumentException
                    || t instanceof org.apache.poi.EncryptedDocumentException) {
                return new UnprocessableDocumentException("encrypted", mediaType + " needs a password", thrown);
            }
        }
        return new UnprocessableDocumentException(
                "corrupt", mediaType + " cannot be read: " + thrown.getClass().getSimpleName(), thrown);
    }
}
