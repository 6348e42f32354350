package org.florilegium.extract;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/**
 * Finds the main content of a page: the element whose paragraphs hold most running text, without what stands around it.
 *
 * <p>Three steps. {@link Clutter} removes what never is content. Every paragraph then gives points to its parent and half
 * of them to its grandparent, for its length and commas, less for links; the element with most points wins, and grows to
 * its parent where neighbours hold running text as well. Last, blocks inside it that are mostly links go.
 */
final class MainContent {
    private static final int SHORTEST = 25;
    /** A result shorter than this is looked for again without believing the names that pages give to clutter. */
    private static final int SHORTEST_PAGE = 250;

    private static final int LONGEST_ANNOUNCEMENT = 80;

    private final PageTree page;
    private final double[] scores;

    private MainContent(PageTree page) {
        this.page = page;
        scores = new double[page.size()];
    }

    /** Text of the main content of {@code page}. */
    static String of(Document page) {
        PageTree tree = new PageTree(page.body(), false);
        String text = new MainContent(tree).extract(NameHints.CLUTTER | NameHints.COMMENTS);
        if (text.length() < SHORTEST_PAGE) {
            tree.restore();
            String unnamed = new MainContent(tree).extract(NameHints.COMMENTS);
            text = unnamed.length() > text.length() * 2 ? unnamed : text;
        }
        if (text.length() >= SHORTEST * 4) {
            return text;
        }
        tree.restore();
        String everything = BlockText.of(tree, 0);
        return text.isBlank() || everything.length() < 4_000 ? everything : text;
    }

    private String extract(int clutter) {
        Clutter.remove(page, clutter);
        int root = root();
        boolean ofArticles = isMadeOfArticles(root);
        for (int i = root + 1; i < page.end(root); i++) {
            if (page.is(i, Tags.BLOCK) && isLinkList(i)) {
                page.remove(i);
            }
            if (!ofArticles && isSmallArticle(i, root)) {
                page.remove(i);
            }
        }
        removeAnnouncements(root);
        return BlockText.of(page, root);
    }

    /** At the end, headings and short lines with a colon announce what is not part of the text any more. */
    private void removeAnnouncements(int root) {
        for (int i = page.end(root) - 1; i > root; i--) {
            int block = page.block(i);
            if (page.isElement(i) || isBlank(i) || page.isGone(i)) {
                continue;
            }
            boolean last = block > root && (page.is(block, Tags.HEADING) || isAnnouncement(block, i));
            if (!last) {
                return;
            }
            page.remove(block);
            i = block;
        }
    }

    private boolean isBlank(int i) {
        return page.node(i) instanceof TextNode text && text.isBlank();
    }

    private boolean isAnnouncement(int block, int last) {
        return page.ownText(block) <= LONGEST_ANNOUNCEMENT
                && page.ownText(block) == page.text(block)
                && page.node(last) instanceof TextNode text
                && text.getWholeText().strip().endsWith(":");
    }

    /** Whether small articles hold half of the running text: then they are the content, not teasers beside it. */
    private boolean isMadeOfArticles(int root) {
        int inArticles = 0;
        for (int i = root + 1; i < page.end(root); i++) {
            if (isSmallArticle(i, root)) {
                inArticles += page.running(i);
                i = page.end(i) - 1;
            }
        }
        return inArticles * 2 >= page.running(root);
    }

    private boolean isSmallArticle(int i, int root) {
        return page.is(i, Tags.ARTICLE) && page.running(i) * 4 < page.running(root);
    }

    private boolean isLinkList(int i) {
        int text = page.text(i);
        boolean paragraph = page.is(i, Tags.HEADING) || page.is(i, Tags.PARAGRAPH);
        return text > 0 && page.linkShare(i) > (paragraph ? 0.9 : 0.6) && text < 2_000;
    }

    private int root() {
        int declared = declared();
        if (declared >= 0) {
            return declared;
        }
        for (int i = 0; i < page.size(); i++) {
            if (page.ownText(i) >= SHORTEST) {
                addPoints(i);
            }
        }
        return grown(best());
    }

    private int declared() {
        int found = -1;
        for (int i = 0; i < page.size(); i++) {
            if (page.isNamed(i, NameHints.DECLARED)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found >= 0 && page.text(found) > 250 ? found : -1;
    }

    private void addPoints(int block) {
        double points =
                (1 + page.ownCommas(block) + Math.min(page.ownText(block) / 100.0, 3)) * (1 - page.ownLinkShare(block));
        int to = page.is(block, Tags.PARAGRAPH) ? page.parent(block) : block;
        double share = 1;
        for (int level = 0; level < 3 && to >= 0; level++) {
            scores[to] += points * share;
            share = level == 0 ? 0.5 : share * 2 / 3;
            to = page.parent(to);
        }
    }

    private int best() {
        int best = 0;
        double most = 0;
        for (int i = 0; i < page.size(); i++) {
            if (scores[i] > 0) {
                double weighed = scores[i] * (1 - page.linkShare(i)) * prior(i);
                if (weighed > most) {
                    most = weighed;
                    best = i;
                }
            }
        }
        return best;
    }

    private double prior(int i) {
        if (page.isNamed(i, NameHints.CONTENT) || page.is(i, Tags.ARTICLE)) {
            return 1.3;
        }
        return i == 0 ? 0.8 : 1;
    }

    /** The nearest element around the winner that has clearly more running text, and hardly more links, if there is one. */
    private int grown(int winner) {
        int root = winner;
        int all = page.running(0);
        for (int around = page.parent(winner); around >= 0 && !isWhole(root, all); around = page.parent(around)) {
            if (page.running(around) > page.running(root) * 1.15 && page.linkShare(around) < 0.25) {
                root = around;
            }
        }
        return root;
    }

    private boolean isWhole(int i, int all) {
        boolean article = page.is(i, Tags.ARTICLE | Tags.MAIN) || page.isNamed(i, NameHints.CONTENT);
        return article && page.running(i) * 5 >= all * 2;
    }
}
