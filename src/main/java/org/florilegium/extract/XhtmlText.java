package org.florilegium.extract;

import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects the text of the XHTML that Tika's parsers emit, up to a limit. */
final class XhtmlText extends DefaultHandler {
    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "ul",
            "ol",
            "dl",
            "blockquote",
            "pre",
            "section",
            "article",
            "figure",
            "hr",
            "body");
    private static final Set<String> LINES = Set.of("li", "tr", "br", "dt", "dd");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> LEFT_OUT = Set.of("head", "title", "script", "style", "nav");

    private final TextBlocks out = new TextBlocks();
    private final int limit;
    private int leftOut;

    XhtmlText(int limit) {
        this.limit = limit;
    }

    String text() {
        return out.text();
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        String name = localName.toLowerCase(Locale.ROOT);
        if (LEFT_OUT.contains(name)) {
            leftOut++;
        }
        separate(name);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        String name = localName.toLowerCase(Locale.ROOT);
        if (LEFT_OUT.contains(name)) {
            leftOut--;
        }
        if (CELLS.contains(name)) {
            out.append("\t");
        }
        separate(name);
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
        if (leftOut > 0) {
            return;
        }
        if (out.length() + length > limit) {
            throw new TooLongException();
        }
        out.append(new String(chars, start, length));
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        // layout between elements; breaks come from the elements
    }

    private void separate(String name) {
        if (PARAGRAPHS.contains(name)) {
            out.paragraph();
        } else if (LINES.contains(name)) {
            out.line();
        }
    }

    /** The document has more text than is taken from one document. */
    static final class TooLongException extends SAXException {
        private static final long serialVersionUID = 1L;
    }
}
