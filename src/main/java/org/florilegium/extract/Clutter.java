package org.florilegium.extract;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What stands around the main content of a page, told by element, role and the words that pages use to name it. */
final class Clutter {
    private static final String NEVER =
            "script, style, noscript, template, iframe, svg, canvas, object, embed, button, select, input, textarea, "
                    + "option, datalist, dialog, audio, video, map, link, meta, figcaption, nav, "
                    + "[hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none]";
    private static final String AROUND = "footer, aside, menu, [role=navigation], [role=complementary], [role=banner], "
            + "[role=contentinfo], [role=search], [role=dialog], [role=alert], figure";
    private static final Pattern UNLIKELY = Pattern.compile(
            "(^|[-_ ])(ad|ads|advert\\w*|banner|breadcrumbs?|byline|"
                    + "author-?(info|bio|box)|caption|comments?|comment-?(list|respond|area|form)|cookies?|consent|copyright|credits?|"
                    + "dateline|disqus|footer|foot|gallery|header-?nav|masthead|menu|meta|metadata|modal|more-?(from|on|stories|news)|nav|"
                    + "navigation|navbar|newsletter|outbrain|pager|pagination|paywall|popup|promo\\w*|rail|recommend\\w*|related\\w*|"
                    + "replies|respond|shar(e|ing)\\w*|shoutbox|side-?bar\\w*|signup|sign-?up|social\\w*|sponsor\\w*|subscri\\w+|"
                    + "tags?|taboola|teaser|toolbar|tooltip|trending|utility|widget\\w*|read-?more|read-?next|hidden|visually-?hidden|sr-only|screen-reader-text)($|[-_ ])");
    private static final Pattern LIKELY = Pattern.compile(
            "article-?(body|content|text)|entry-?content|post-?(body|content|text)|story-?(body|content|text)|body-?(copy|text)|main-?(content|text)|page-?content|content-?body|rich-?text");
    private static final Set<String> KEPT = Set.of("body", "article", "main", "html");
    private static final double MOSTLY_LINKS = 0.6;

    private Clutter() {}

    static void removeAlways(Element body) {
        body.select(NEVER).remove();
    }

    static void removeLikely(Element body) {
        int all = body.text().length();
        body.select(AROUND).forEach(element -> removeUnlessMost(element, all));
        for (Element element : new ArrayList<>(body.getAllElements())) {
            if (!KEPT.contains(element.normalName()) && isUnlikely(element)) {
                removeUnlessMost(element, all);
            }
        }
        body.select("header").forEach(header -> {
            if (header.select("p").text().length() < 200) {
                header.remove();
            }
        });
    }

    private static boolean isUnlikely(Element element) {
        String names = names(element);
        return !names.isBlank()
                && UNLIKELY.matcher(names).find()
                && !LIKELY.matcher(names).find();
    }

    /** An element that holds half of the page is content, whatever it is called. */
    private static void removeUnlessMost(Element element, int all) {
        if (element.text().length() * 2 < all) {
            element.remove();
        }
    }

    /** How much its name speaks for an element; 1 where it says nothing. */
    static double prior(Element element) {
        if (LIKELY.matcher(names(element)).find() || element.normalName().equals("article")) {
            return 1.3;
        }
        return element.normalName().equals("body") ? 0.8 : 1;
    }

    static double linkShare(Element element) {
        int length = element.text().length();
        if (length == 0) {
            return 0;
        }
        int links = 0;
        for (Element link : element.select("a[href]")) {
            links += link.text().length();
        }
        return Math.min(1, (double) links / length);
    }

    static boolean isLinkList(Element block) {
        String text = block.text();
        if (text.isEmpty()) {
            return true;
        }
        double share = linkShare(block);
        boolean paragraph = block.normalName().equals("p") || block.normalName().startsWith("h");
        return share > (paragraph ? 0.9 : MOSTLY_LINKS) && text.length() < 2_000 && !endsLikeSentence(text);
    }

    private static boolean endsLikeSentence(String text) {
        return text.length() > 80 && ".!?。！？\"”»".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static String names(Element element) {
        String names = element.className() + " " + element.id();
        return names.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
