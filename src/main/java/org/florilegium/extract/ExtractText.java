package org.florilegium.extract;

import org.apache.tika.Tika;
import org.florilegium.document.Consent;
import org.florilegium.document.Content;
import org.florilegium.document.Document;
import org.florilegium.document.Lineage;
import org.florilegium.document.Origin;
import org.florilegium.document.Provenance;
import org.florilegium.document.RawDocument;
import org.florilegium.document.UnprocessableDocumentException;
import org.florilegium.flow.Extractor;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text: finds out what the bytes are and hands them to the extractor for that media type.
 *
 * <p>Causes of dead letters: {@code unsupported_media_type}, {@code encrypted}, {@code corrupt}, {@code too_large},
 * {@code timeout}, {@code images_only}, {@code attachments_only}. Any other well-formed document without text is none of
 * these: its text is empty.
 */
public final class ExtractText implements Extractor {
    private static final long serialVersionUID = 1L;
    private static final String VERSION = "4";

    private final ExtractSpec spec;
    private transient @Nullable MediaTypes mediaTypes;
    private transient @Nullable RichText richText;

    public ExtractText(ExtractSpec spec) {
        this.spec = spec;
    }

    @Override
    public void open() {
        mediaTypes = new MediaTypes();
        richText = new RichText(spec);
    }

    @Override
    public void close() {
        if (richText != null) {
            richText.close();
            richText = null;
        }
    }

    @Override
    public Document extract(RawDocument raw) throws UnprocessableDocumentException {
        if (raw.bytes().length > spec.maxBytes()) {
            throw new UnprocessableDocumentException(
                    "too_large", "at most " + spec.maxBytes() + " bytes are read, found " + raw.bytes().length);
        }
        String type = mediaType(raw);
        Extracted extracted = extract(raw, type);
        if (extracted.text().length() > spec.maxCharacters()) {
            throw RichText.tooLong(spec.maxCharacters());
        }
        String title = raw.title().isBlank() ? extracted.title() : raw.title();
        return Document.extracted(
                Content.of(extracted.text(), title.replaceAll("\\s+", " ").strip()),
                Provenance.of(origin(raw, type), raw.declared()));
    }

    private static Origin origin(RawDocument raw, String type) {
        Origin origin = raw.origin().withMediaType(type);
        boolean page = type.equals(MediaTypes.HTML) || type.equals(MediaTypes.XHTML);
        return page ? origin.withConsent(PageSignals.of(raw.bytes(), Consent.of(origin.consent()))) : origin;
    }

    @Override
    public Lineage lineage() {
        return new Lineage(
                "extract",
                VERSION + "-"
                        + Tika.getString()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace("apache ", "")
                                .replace(' ', '-'),
                spec.digest(),
                "");
    }

    private RichText opened() {
        if (richText == null) {
            throw new IllegalStateException("open() was not called");
        }
        return richText;
    }

    private String mediaType(RawDocument raw) {
        if (mediaTypes == null) {
            throw new IllegalStateException("open() was not called");
        }
        String said = raw.mediaType().replaceFirst(";.*", "").strip().toLowerCase(java.util.Locale.ROOT);
        boolean bytesAreText = MediaTypes.looksLikeText(raw.bytes());
        if (bytesAreText && (said.equals(MediaTypes.PLAIN) || said.equals(MediaTypes.MARKDOWN))) {
            return said;
        }
        String found = mediaTypes.detect(raw.bytes(), raw.origin().uri());
        boolean markup = said.equals(MediaTypes.HTML) || said.equals(MediaTypes.XHTML);
        return markup && MediaTypes.isText(found) ? MediaTypes.HTML : found;
    }

    private Extracted extract(RawDocument raw, String type) throws UnprocessableDocumentException {
        try {
            if (type.equals(MediaTypes.HTML) || type.equals(MediaTypes.XHTML)) {
                String html = Charsets.decode(raw.bytes(), raw.charset(), true);
                return opened().inTime(() -> HtmlText.extract(html), type);
            }
            if (MediaTypes.isRich(type)) {
                return opened().extract(raw.bytes(), type);
            }
            if (MediaTypes.isXml(type)) {
                String xml = Charsets.decode(raw.bytes(), raw.charset(), true);
                return opened().inTime(() -> XmlText.extract(xml), type);
            }
            if (type.equals(MediaTypes.MARKDOWN)) {
                String markdown = Charsets.decode(raw.bytes(), raw.charset(), false);
                return opened().inTime(() -> MarkdownText.extract(markdown), type);
            }
            if (MediaTypes.isText(type)) {
                String text = Charsets.decode(raw.bytes(), raw.charset(), false);
                // the text of a member of a container stays as it is
                boolean wholeFile = raw.mediaType().isEmpty() && type.equals(MediaTypes.PLAIN);
                return wholeFile
                        ? opened().inTime(() -> new Extracted(WrappedText.join(text), ""), type)
                        : new Extracted(text, "");
            }
        } catch (RuntimeException | StackOverflowError e) {
            throw new UnprocessableDocumentException(
                    "corrupt", type + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
        throw new UnprocessableDocumentException("unsupported_media_type", "no extractor for '" + type + "'");
    }
}
