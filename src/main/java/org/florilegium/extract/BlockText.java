package org.florilegium.extract;

import org.jsoup.nodes.TextNode;

/** The text of part of a page: paragraphs and headings apart, list items and table rows on lines of their own. */
final class BlockText {
    private final PageTree page;
    private final TextBlocks out = new TextBlocks();

    private BlockText(PageTree page) {
        this.page = page;
    }

    /** The text of {@code root} and all inside it that has not been removed. */
    static String of(PageTree page, int root) {
        BlockText writer = new BlockText(page);
        writer.write(root);
        return writer.out.text();
    }

    private void write(int root) {
        int open = root;
        int i = root + 1;
        while (i < page.end(root)) {
            while (page.end(open) <= i) {
                leave(open);
                open = page.parent(open);
            }
            if (page.isRemoved(i)) {
                separate(i);
                i = page.end(i);
                continue;
            }
            if (page.node(i) instanceof TextNode text) {
                write(i, text.getWholeText());
            } else {
                separate(i);
                open = i;
            }
            i++;
        }
    }

    private void write(int i, String text) {
        if (page.is(i, Tags.PREFORMATTED)) {
            out.append(text);
        } else {
            out.appendCollapsed(text);
        }
    }

    private void leave(int i) {
        if (page.is(i, Tags.CELL)) {
            out.cell();
        }
        separate(i);
    }

    private void separate(int i) {
        if (page.is(i, Tags.LINE)) {
            out.line();
        } else if (page.is(i, Tags.LIST) && isNested(i)) {
            out.line();
        } else if (page.is(i, Tags.BLOCK) && !page.is(i, Tags.CELL)) {
            out.paragraph();
        }
    }

    private boolean isNested(int list) {
        int parent = page.parent(list);
        return parent >= 0 && page.is(parent, Tags.ITEM);
    }
}
