package org.florilegium.extract;

import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The body of a page as arrays in document order, so that any measurement of any subtree is two look-ups.
 *
 * <p>A node's subtree is the range from its index to its {@link #end}. Lengths are characters with whitespace collapsed;
 * an ideograph counts as two, since it says about as much. Elements that are never text are left out when the tree is
 * built; others can be {@linkplain #remove removed} later and stop counting at the next {@link #recount}.
 */
final class PageTree {
    private static final int FIRST_WIDE = 0x2E80;
    private static final int SHORTEST_RUNNING = 50;

    private final boolean hiddenToo;
    private final NameHints hints = new NameHints();
    private Node[] nodes = new Node[256];
    private int[] parents = new int[256];
    private int[] ends = new int[256];
    private int[] tags = new int[256];
    private int[] names = new int[256];
    private int[] lengths = new int[256];
    private int[] commas = new int[256];
    private int size;

    private final boolean[] removed;
    private final int[] textBefore;
    private final int[] linksBefore;
    private final int[] blocks;
    private final int[] ownText;
    private final int[] ownLinks;
    private final int[] ownCommas;
    private final int[] runningBefore;

    /** @param hiddenToo whether elements count that the page itself hides */
    PageTree(Element body, boolean hiddenToo) {
        this.hiddenToo = hiddenToo;
        flatten(body);
        removed = new boolean[size];
        textBefore = new int[size + 1];
        linksBefore = new int[size + 1];
        blocks = new int[size];
        ownText = new int[size];
        ownLinks = new int[size];
        ownCommas = new int[size];
        runningBefore = new int[size + 1];
        recount();
    }

    private void flatten(Element body) {
        int open = addElement(body, -1);
        @Nullable Node node = body.firstChild();
        while (open >= 0) {
            if (node == null) {
                ends[open] = size;
                Node closed = nodes[open];
                open = parents[open];
                node = open < 0 ? null : closed.nextSibling();
            } else if (node instanceof Element element && isRead(element)) {
                open = addElement(element, open);
                node = element.firstChild();
            } else {
                if (node instanceof TextNode text) {
                    addText(text, open);
                }
                node = node.nextSibling();
            }
        }
    }

    private boolean isRead(Element element) {
        return (Tags.of(element) & Tags.NEVER) == 0 && (hiddenToo || !NameHints.isHidden(element));
    }

    private int add(Node node, int parent) {
        if (size == nodes.length) {
            int more = size * 2;
            nodes = Arrays.copyOf(nodes, more);
            parents = Arrays.copyOf(parents, more);
            ends = Arrays.copyOf(ends, more);
            tags = Arrays.copyOf(tags, more);
            names = Arrays.copyOf(names, more);
            lengths = Arrays.copyOf(lengths, more);
            commas = Arrays.copyOf(commas, more);
        }
        nodes[size] = node;
        parents[size] = parent;
        ends[size] = size + 1;
        tags[size] = parent < 0 ? 0 : tags[parent] & Tags.INHERITED;
        return size++;
    }

    private int addElement(Element element, int parent) {
        int index = add(element, parent);
        tags[index] |= Tags.of(element);
        names[index] = hints.of(element);
        return index;
    }

    private void addText(TextNode node, int parent) {
        String text = node.getWholeText();
        int length = 0;
        int comma = 0;
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ') {
                length += space ? 0 : 1;
                space = true;
            } else {
                length += c >= FIRST_WIDE ? 2 : 1;
                comma += isComma(c) ? 1 : 0;
                space = false;
            }
        }
        if (text.isEmpty()) {
            return;
        }
        int index = add(node, parent);
        lengths[index] = length;
        commas[index] = comma;
    }

    private static boolean isComma(char c) {
        return c == ',' || c == '，' || c == '、' || c == '،' || c == '。' || c == '।';
    }

    /** Measures again what has not been removed. */
    void recount() {
        Arrays.fill(ownText, 0);
        Arrays.fill(ownLinks, 0);
        Arrays.fill(ownCommas, 0);
        int gone = 0;
        for (int i = 0; i < size; i++) {
            gone = removed[i] ? Math.max(gone, ends[i]) : gone;
            int length = i < gone ? 0 : lengths[i];
            int linked = (tags[i] & Tags.LINK) == 0 ? 0 : length;
            textBefore[i + 1] = textBefore[i] + length;
            linksBefore[i + 1] = linksBefore[i] + linked;
            blocks[i] = i == 0 || is(i, Tags.BLOCK) ? i : blocks[parents[i]];
            ownText[blocks[i]] += length;
            ownLinks[blocks[i]] += linked;
            ownCommas[blocks[i]] += i < gone ? 0 : commas[i];
        }
        for (int i = 0; i < size; i++) {
            boolean reads = ownText[i] >= SHORTEST_RUNNING && ownLinks[i] * 2 < ownText[i];
            runningBefore[i + 1] = runningBefore[i] + (reads ? ownText[i] : 0);
        }
    }

    /** Takes {@code index} and all inside it out of the text. */
    void remove(int index) {
        removed[index] = true;
    }

    /** Whether {@code index}, or an element around it, has been removed. */
    boolean isGone(int index) {
        int at = index;
        while (at >= 0 && !removed[at]) {
            at = parents[at];
        }
        return at >= 0;
    }

    /** Takes all back that was removed. */
    void restore() {
        Arrays.fill(removed, false);
        recount();
    }

    boolean isRemoved(int index) {
        return removed[index];
    }

    int size() {
        return size;
    }

    Node node(int index) {
        return nodes[index];
    }

    boolean isElement(int index) {
        return nodes[index] instanceof Element;
    }

    /** Parent of {@code index}, -1 for the body. */
    int parent(int index) {
        return parents[index];
    }

    /** Index after the last node inside {@code index}. */
    int end(int index) {
        return ends[index];
    }

    /** Whether one of the {@link Tags} in {@code bits} holds for the node. */
    boolean is(int index, int bits) {
        return (tags[index] & bits) != 0;
    }

    /** Whether one of the {@link NameHints} in {@code bits} holds for the element. */
    boolean isNamed(int index, int bits) {
        return (names[index] & bits) != 0;
    }

    /** Characters in the subtree of {@code index}. */
    int text(int index) {
        return textBetween(index, ends[index]);
    }

    int textBetween(int from, int to) {
        return textBefore[to] - textBefore[from];
    }

    /** Share of the text of the subtree that is inside links, 0 to 1. */
    double linkShare(int index) {
        int text = text(index);
        return text == 0 ? 0 : (double) (linksBefore[ends[index]] - linksBefore[index]) / text;
    }

    /** Characters in blocks of the subtree that read like sentences: long enough, and mostly not links. */
    int running(int index) {
        return runningBefore[ends[index]] - runningBefore[index];
    }

    /** Characters that stand in {@code index} itself, not in a block inside it. */
    int ownText(int index) {
        return ownText[index];
    }

    int ownCommas(int index) {
        return ownCommas[index];
    }

    double ownLinkShare(int index) {
        return ownText[index] == 0 ? 0 : (double) ownLinks[index] / ownText[index];
    }

    /** The innermost block that {@code index} is in, itself if it is one. */
    int block(int index) {
        return blocks[index];
    }
}
