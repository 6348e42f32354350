package org.florilegium.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the main content of a page: the element whose paragraphs hold most running text, without what stands around it.
 *
 * <p>Three steps. {@link Clutter} removes what never is content. Every paragraph then gives points to its parent and half
 * of them to its grandparent, for its length and commas, less for links; the element with most points wins, and grows to
 * its parent where neighbours hold running text as well. Last, blocks inside it that are mostly links go.
 */
final class MainContent {
    private static final int SHORTEST = 25;
    private static final double MAX_LINKS = 0.5;
    private static final Set<String> TEXT_BLOCKS = Set.of("p", "pre", "td", "blockquote", "li", "dd");

    private final Map<Element, Double> scores = new HashMap<>();
    private final Map<Element, Integer> lengths = new HashMap<>();

    private MainContent() {}

    /** Text of the main content of {@code page}, which is changed on the way. */
    static String of(Document page) {
        return new MainContent().extract(page);
    }

    private String extract(Document page) {
        Element body = page.body();
        Clutter.removeAlways(body);
        String everything = BlockText.of(body);
        Clutter.removeLikely(body);
        Element root = root(body);
        for (Element block : new ArrayList<>(root.select("ul, ol, div, section, table, p, h1, h2, h3, h4, h5, h6"))) {
            if (!block.equals(root) && Clutter.isLinkList(block)) {
                block.remove();
            }
        }
        String text = BlockText.of(root);
        return text.length() < SHORTEST * 4 && everything.length() < 4_000 ? everything : text;
    }

    private Element root(Element body) {
        Element declared = declared(body);
        if (declared != null) {
            return declared;
        }
        for (Element block : body.getAllElements()) {
            if (TEXT_BLOCKS.contains(block.normalName()) || isTextDiv(block)) {
                addPoints(block);
            }
        }
        Element best = best(body);
        return grown(best, body);
    }

    /** What the page itself marks as its article, by the vocabulary of schema.org or by the only article element. */
    private static @Nullable Element declared(Element body) {
        List<Element> marked = body.select("[itemprop~=(?i)articleBody]");
        if (marked.size() == 1 && marked.get(0).text().length() > 250) {
            return marked.get(0);
        }
        return null;
    }

    private static boolean isTextDiv(Element element) {
        boolean container =
                element.normalName().equals("div") || element.normalName().equals("section");
        return container && element.ownText().length() >= SHORTEST * 2;
    }

    private void addPoints(Element block) {
        boolean div = isTextDiv(block);
        String text = div ? block.ownText() : block.text();
        if (text.length() < SHORTEST) {
            return;
        }
        double commas = text.chars()
                .filter(c -> c == ',' || c == '，' || c == '、' || c == '،' || c == '。')
                .count();
        double points = (1 + commas + Math.min(text.length() / 100.0, 3)) * (1 - Clutter.linkShare(block));
        Element parent = div ? block : block.parent();
        double share = 1;
        for (int level = 0; level < 3 && parent != null; level++) {
            scores.merge(parent, points * share, Double::sum);
            share = level == 0 ? 0.5 : share * 2 / 3;
            parent = parent.parent();
        }
    }

    private Element best(Element body) {
        Element best = body;
        double most = 0;
        for (Element element : body.getAllElements()) {
            Double score = scores.get(element);
            if (score != null) {
                double weighed = score * (1 - Clutter.linkShare(element)) * Clutter.prior(element);
                if (weighed > most) {
                    most = weighed;
                    best = element;
                }
            }
        }
        return best;
    }

    /** While a parent has clearly more running text than the winner, and hardly more links, the parent it is. */
    private Element grown(Element winner, Element body) {
        Element root = winner;
        while (!root.equals(body) && root.parent() != null) {
            Element parent = root.parent();
            int inside = running(root);
            int around = running(parent);
            boolean only = around <= inside * 1.02;
            boolean richer = around > inside * 1.15 && Clutter.linkShare(parent) < 0.25;
            if (only || !richer) {
                if (!only || parent.equals(body)) {
                    return root;
                }
            }
            root = parent;
        }
        return root;
    }

    /** Characters in paragraphs that read like sentences. */
    private int running(Element element) {
        Integer known = lengths.get(element);
        if (known != null) {
            return known;
        }
        int length = 0;
        for (Element block : element.getAllElements()) {
            if (TEXT_BLOCKS.contains(block.normalName()) || isTextDiv(block)) {
                String text = isTextDiv(block) ? block.ownText() : block.text();
                if (text.length() >= SHORTEST * 2 && Clutter.linkShare(block) < MAX_LINKS) {
                    length += text.length();
                }
            }
        }
        lengths.put(element, length);
        return length;
    }
}
