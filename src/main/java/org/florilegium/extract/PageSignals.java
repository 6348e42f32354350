package org.florilegium.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.florilegium.document.Consent;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The opt-out signals in the meta elements at the beginning of a page: robots and TDM reservation. */
final class PageSignals {
    /** Heads of real pages end long before this; what stands in the body is no declaration. */
    private static final int HEAD_BYTES = 1 << 16;

    private static final Pattern META_OR_SKIPPED = Pattern.compile(
            "<!--.*?-->|<script\\b.*?</script>|<style\\b.*?</style>|<body\\b|<meta\\b(?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+>",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> NAMES = Set.of("robots", "tdm-reservation", "tdm-policy");

    private PageSignals() {}

    /** {@code consent} with the signals of the page; the names and words of these are ASCII in every encoding but UTF-16. */
    static Consent of(byte[] page, Consent consent) {
        String head = new String(page, 0, Math.min(page.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        if (!mentionsAny(head)) {
            return consent;
        }
        Consent found = consent;
        Matcher matcher = META_OR_SKIPPED.matcher(head);
        while (matcher.find()) {
            String element = matcher.group();
            if (element.regionMatches(true, 0, "<body", 0, 5)) {
                break;
            }
            if (element.regionMatches(true, 0, "<meta", 0, 5)) {
                found = withMeta(element, found);
            }
        }
        return found;
    }

    private static boolean mentionsAny(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        return lower.contains("robots") || lower.contains("tdm-");
    }

    private static Consent withMeta(String element, Consent consent) {
        Element meta = Jsoup.parse(element).selectFirst("meta[name][content]");
        String name = meta == null ? "" : meta.attr("name").strip().toLowerCase(Locale.ROOT);
        return meta == null || !NAMES.contains(name) ? consent : consent.with("meta " + name, meta.attr("content"));
    }
}
