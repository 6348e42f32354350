package org.florilegium.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What the class, id and role of an element say about its text, as bits: the words by which pages everywhere name what
 * stands around their content. Names are read word by word, {@code postShareBar} and {@code post-share-bar} alike.
 */
final class NameHints {
    static final int CLUTTER = 1;
    static final int CONTENT = 1 << 1;
    /** Marked as the text of an article in the vocabulary of schema.org. */
    static final int DECLARED = 1 << 2;

    static final int COMMENTS = 1 << 3;

    private static final int ENTRY = 1 << 4;
    private static final Set<String> CLUTTER_WORDS = Set.of(("ad ads adbox adslot adsense advert banner breadcrumb "
                    + "breadcrumbs byline caption cookie cookies consent copyright credit credits cta dateline disclaimer "
                    + "footer foot gallery gdpr masthead menu meta metadata modal nav navigation navbar navi newsletter "
                    + "newsletters pager pagination paging paywall popular popup preload rail rollover shoutbox signup "
                    + "skip tags teaser teasers toolbar tooltip trending utility login screenreader bio "
                    + "subnav flyout overlay lightbox follow infobox hatnote noprint editsection")
            .split(" "));
    private static final String[] CLUTTER_STARTS = {
        "advert",
        "promo",
        "recommend",
        "related",
        "share",
        "sharing",
        "sidebar",
        "social",
        "sponsor",
        "subscri",
        "widget",
        "breadcrumb",
        "newsletter",
        "dropdown"
    };
    private static final Set<String> CLUTTER_PAIRS =
            Set.of(("author info,author bio,author box,author details,author card,"
                            + "about author,more from,more on,more stories,more news,more articles,sign up,read more,read next,"
                            + "read also,also like,visually hidden,sr only,screen reader,most popular,most read,most viewed,"
                            + "most recent,most commented,side bar,tag list,tag links,tag cloud,post tag,up next,next prev,"
                            + "prev next,post navigation,next post,previous post,post date,publish date,latest news,skip link,"
                            + "off canvas,call action,view also,see also")
                    .split(","));
    private static final Set<String> COMMENT_WORDS =
            Set.of("comment", "comments", "commentlist", "replies", "respond", "disqus", "kommentare", "commentaires");
    private static final Set<String> CONTENT_PAIRS =
            pairs("article,entry,post,story,body,main,page,content,news,blog", "body,content,text,copy,entry");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}0-9]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern NO_DISPLAY = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");
    private static final Set<String> ROLES =
            Set.of("navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alert", "alertdialog");

    private final Map<String, Integer> known = new HashMap<>();

    /** The hints of {@code element}. */
    int of(Element element) {
        if (element.attributesSize() == 0) {
            return 0;
        }
        int bits = of(element.attr("class")) | of(element.attr("id"));
        if ((bits & (CONTENT | ENTRY)) != 0) {
            bits &= ~(CLUTTER | COMMENTS);
        }
        if (ROLES.contains(element.attr("role"))) {
            bits |= CLUTTER;
        }
        if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
            bits |= DECLARED;
        }
        return bits;
    }

    private int of(String names) {
        return names.isEmpty() ? 0 : known.computeIfAbsent(names, NameHints::readAll);
    }

    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String style = element.attr("style");
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equalsIgnoreCase("true")
                || (!style.isEmpty() && NO_DISPLAY.matcher(style).find());
    }

    private static int readAll(String names) {
        int bits = 0;
        for (String name : names.strip().split("\\s+")) {
            bits |= name.equalsIgnoreCase("hidden") ? CLUTTER : read(WORDS.split(name));
        }
        return bits;
    }

    private static int read(String[] words) {
        int bits = 0;
        String before = "";
        for (String cased : words) {
            String word = cased.toLowerCase(Locale.ROOT);
            String pair = before + " " + word;
            bits |= CLUTTER_WORDS.contains(word) || startsLikeClutter(word) || CLUTTER_PAIRS.contains(pair)
                    ? CLUTTER
                    : 0;
            bits |= COMMENT_WORDS.contains(word) ? COMMENTS : 0;
            bits |= CONTENT_PAIRS.contains(pair) ? CONTENT : 0;
            bits |= word.equals("hentry") || pair.equals("h entry") ? ENTRY : 0;
            before = word;
        }
        return bits;
    }

    private static boolean startsLikeClutter(String word) {
        for (String start : CLUTTER_STARTS) {
            if (word.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> pairs(String first, String second) {
        Set<String> pairs = new java.util.HashSet<>();
        for (String a : first.split(",")) {
            for (String b : second.split(",")) {
                if (!a.equals(b)) {
                    pairs.add(a + " " + b);
                }
            }
        }
        return Set.copyOf(pairs);
    }
}
