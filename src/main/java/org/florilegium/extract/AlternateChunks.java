package org.florilegium.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.ContentHandlerDecorator;
import org.apache.tika.sax.EmbeddedContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads the parts of a Word file that hold some of its text in another format, as programs write them that fill in templates
 * (altChunk); the
 * parser hands them over behind the rest of the text. Whatever else a document embeds is a document of its own and not followed.
 */
final class AlternateChunks implements EmbeddedDocumentExtractor {
    private static final int DEEPEST = 3;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final Map<String, Parser> PARSERS = Map.of(
            "text/html",
            new JSoupParser(),
            "application/xhtml+xml",
            new JSoupParser(),
            "text/plain",
            new TXTParser(),
            "application/rtf",
            new RTFParser(),
            "text/rtf",
            new RTFParser(),
            WORD,
            new OOXMLParser(),
            WORD + ".main+xml",
            new OOXMLParser());

    private final ParseContext context;
    private int depth;

    /** @param context with which the document is parsed */
    AlternateChunks(ParseContext context) {
        this.context = context;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        String kind = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        boolean chunk = TikaCoreProperties.EmbeddedResourceType.ALTERNATE_FORMAT_CHUNK
                .name()
                .equals(kind);
        return chunk && depth < DEEPEST && PARSERS.containsKey(type(metadata));
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws SAXException, IOException {
        Parser parser = PARSERS.get(type(metadata));
        if (parser == null) {
            return;
        }
        depth++;
        try {
            ContentHandler inside = new EmbeddedContentHandler(new BodyContentHandler(handler));
            parser.parse(stream, type(metadata).contains("html") ? new OneSpace(inside) : inside, metadata, context);
        } catch (TikaException broken) {
            throw new IOException("a chunk of type " + type(metadata) + " cannot be read", broken);
        } finally {
            depth--;
        }
    }

    private static String type(Metadata metadata) {
        MediaType type = MediaType.parse(String.valueOf(metadata.get(HttpHeaders.CONTENT_TYPE)));
        return type == null ? "" : type.getBaseType().toString().toLowerCase(Locale.ROOT);
    }

    /** Line breaks of HTML source are spaces. */
    private static final class OneSpace extends ContentHandlerDecorator {
        OneSpace(ContentHandler handler) {
            super(handler);
        }

        @Override
        public void characters(char[] text, int start, int length) throws SAXException {
            String plain = new String(text, start, length).replaceAll("[ \\t\\r\\n\\f]+", " ");
            super.characters(plain.toCharArray(), 0, plain.length());
        }

        @Override
        public void ignorableWhitespace(char[] text, int start, int length) {
            // stands for nothing
        }
    }
}
