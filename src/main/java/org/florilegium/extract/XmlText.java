package org.florilegium.extract;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Text of TEI and other XML: what its body says, without its header and notes.
 *
 * <p>The parser knows no DTD, so there are no entities to fetch or to expand. An element that holds text itself is a
 * paragraph and what it holds runs on; an element that holds elements only separates them.
 */
final class XmlText {
    private static final Set<String> LEFT_OUT =
            Set.of("teiheader", "header", "metadata", "note", "fw", "figdesc", "rdg", "script", "style");
    private static final Set<String> INLINE = Set.of(
            "w",
            "seg",
            "pc",
            "hi",
            "emph",
            "foreign",
            "name",
            "persname",
            "placename",
            "c",
            "m",
            "q",
            "ref",
            "date",
            "num",
            "sic",
            "corr",
            "orig",
            "reg",
            "abbr",
            "expan",
            "add",
            "del",
            "supplied",
            "unclear",
            "term",
            "title_");
    private static final Set<String> LINES = Set.of("l", "lb", "verse", "row", "item", "br", "line");

    private static final Pattern SUBSET = Pattern.compile("<!DOCTYPE[^\\[>]*+\\[[^\\]]*+\\]\\s*+>");

    private XmlText() {}

    static Extracted extract(String xml) {
        Document document = Jsoup.parse(SUBSET.matcher(xml).replaceFirst(""), "", Parser.xmlParser());
        if (document.childrenSize() == 0) {
            throw new IllegalArgumentException("no element");
        }
        Visitor visitor = new Visitor();
        NodeTraversor.traverse(visitor, body(document));
        return new Extracted(visitor.out.text(), title(document));
    }

    private static Element body(Document document) {
        Element body = document.selectFirst("TEI > text, TEI\\.2 > text, text > body");
        return body == null ? document : body;
    }

    private static String title(Document document) {
        Element title = document.selectFirst(
                "teiHeader titleStmt > title, header > work > title, titleStmt > title, metadata title");
        if (title == null) {
            title = document.selectFirst(":root > title");
        }
        return title == null ? "" : title.text();
    }

    private static final class Visitor implements NodeVisitor {
        private final TextBlocks out = new TextBlocks();
        private final IdentityHashMap<Element, Boolean> holdText = new IdentityHashMap<>();
        private int leftOut;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (leftOut == 0) {
                    out.appendCollapsed(text.getWholeText());
                }
            } else if (node instanceof Element element) {
                if (LEFT_OUT.contains(local(element))) {
                    leftOut++;
                } else {
                    separate(element);
                }
            } else if (!(node instanceof Comment)) {
                return;
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (LEFT_OUT.contains(local(element))) {
                    leftOut--;
                } else {
                    separate(element);
                }
            }
        }

        private void separate(Element element) {
            String name = local(element);
            if (LINES.contains(name)) {
                out.line();
            } else if (!INLINE.contains(name) && !runsOn(element)) {
                out.paragraph();
            }
        }

        private boolean runsOn(Element element) {
            Element parent = element.parent();
            return parent != null && holdText.computeIfAbsent(parent, Visitor::holdsText);
        }

        private static boolean holdsText(Element element) {
            return element.childNodes().stream().anyMatch(child -> child instanceof TextNode text && !text.isBlank());
        }

        private static String local(Element element) {
            String name = element.tagName().toLowerCase(Locale.ROOT);
            return name.substring(name.indexOf(':') + 1);
        }
    }
}
