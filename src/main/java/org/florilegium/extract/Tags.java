package org.florilegium.extract;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What the name of an element says about its text, as bits. */
final class Tags {
    /** Breaks the running text: a paragraph, heading, cell, item or container. */
    static final int BLOCK = 1;
    /** Never text to read: code, forms' controls, embedded objects, navigation. */
    static final int NEVER = 1 << 1;
    /** Text inside links to elsewhere, and all inside it. */
    static final int LINK = 1 << 2;
    /** Keeps its line breaks and spaces, and so does all inside it. */
    static final int PREFORMATTED = 1 << 3;

    static final int HEADING = 1 << 4;
    /** Starts on a line of its own, without a paragraph's gap. */
    static final int LINE = 1 << 5;

    static final int LIST = 1 << 6;
    static final int CELL = 1 << 7;
    /** A paragraph by name: its parent, not itself, is what holds the text together. */
    static final int PARAGRAPH = 1 << 8;
    /** Stands beside the content by its definition: footer, aside, figure. */
    static final int AROUND = 1 << 9;

    static final int ARTICLE = 1 << 10;
    static final int MAIN = 1 << 11;
    static final int HEADER = 1 << 12;
    static final int ITEM = 1 << 13;
    static final int TABLE = 1 << 14;
    static final int QUOTE = 1 << 15;
    /** Bits that hold for all that is inside an element too. */
    static final int INHERITED = LINK | PREFORMATTED;

    private static final Map<String, Integer> BY_NAME = new HashMap<>();

    static {
        put(NEVER, "script style noscript template iframe svg canvas object embed button select input textarea option");
        put(NEVER, "datalist dialog audio video map link meta figcaption nav title head math-field optgroup frame");
        put(PREFORMATTED | PARAGRAPH, "pre listing xmp plaintext");
        put(HEADING, "h1 h2 h3 h4 h5 h6");
        put(LINE, "br li tr dt dd");
        put(LIST, "ul ol dl");
        put(CELL, "td th");
        put(PARAGRAPH, "p td th li dd dt blockquote");
        put(AROUND, "footer aside menu figure");
        put(ARTICLE, "article");
        put(MAIN, "main");
        put(HEADER, "header hgroup");
        put(ITEM, "li dt dd");
        put(TABLE, "table");
        put(QUOTE, "blockquote");
    }

    private Tags() {}

    private static void put(int bits, String names) {
        for (String name : names.split(" ")) {
            BY_NAME.merge(name, bits, (a, b) -> a | b);
        }
    }

    static int of(Element element) {
        String name = element.normalName();
        int bits = BY_NAME.getOrDefault(name, 0);
        if (name.equals("a") && element.hasAttr("href")) {
            bits |= LINK;
        }
        return element.isBlock() || (bits & (CELL | ITEM)) != 0 ? bits | BLOCK : bits;
    }
}
