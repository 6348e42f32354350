package org.florilegium.extract;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of an element: paragraphs and headings apart, list items and table rows on lines of their own. */
final class BlockText implements NodeVisitor {
    private static final Set<String> LINES = Set.of("br", "li", "tr", "dt", "dd", "option");
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl");

    private final TextBlocks out = new TextBlocks();
    private int preformatted;

    private BlockText() {}

    static String of(Element element) {
        BlockText visitor = new BlockText();
        NodeTraversor.traverse(visitor, element);
        return visitor.out.text();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            if (preformatted > 0) {
                out.append(text.getWholeText());
            } else {
                out.appendCollapsed(text.getWholeText());
            }
        } else if (node instanceof Element element) {
            if (element.normalName().equals("pre")) {
                preformatted++;
            }
            separate(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.normalName().equals("pre")) {
                preformatted--;
            }
            if (element.normalName().equals("td") || element.normalName().equals("th")) {
                out.append("\t");
            }
            separate(element);
        }
    }

    private void separate(Element element) {
        String name = element.normalName();
        if (LINES.contains(name)) {
            out.line();
        } else if (LISTS.contains(name) && isNested(element)) {
            out.line();
        } else if (element.isBlock() && !name.equals("td") && !name.equals("th")) {
            out.paragraph();
        }
    }

    private static boolean isNested(Element list) {
        return list.parent() != null && list.parent().normalName().equals("li");
    }
}
