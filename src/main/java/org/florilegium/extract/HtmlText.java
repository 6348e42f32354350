package org.florilegium.extract;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The main content of a page as text, and its title. */
final class HtmlText {
    private HtmlText() {}

    static Extracted extract(String html) {
        Document page = Parser.htmlParser().parseInput(html, "");
        String title = title(page);
        return new Extracted(MainContent.of(page), title);
    }

    private static String title(Document page) {
        Element declared = page.selectFirst("meta[property=og:title], meta[name=dc.title], meta[name=citation_title]");
        if (declared != null && !declared.attr("content").isBlank()) {
            return Jsoup.parse(declared.attr("content")).text();
        }
        return page.title().strip();
    }
}
