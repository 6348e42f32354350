package org.florilegium.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Provenance;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HonourConsentTest {
    private final HonourConsent step = new HonourConsent(Map.of(
            "web",
            List.of("noai", "tdm"),
            "books",
            List.of(),
            "wiki",
            List.of("noindex"),
            "crawl",
            List.of("robots_ai"),
            "shy",
            List.of("robots")));

    @ParameterizedTest
    @CsvSource({
        "web, noai; x-robots-tag: noai, consent_noai",
        "web, train_ai_no; content-usage: train-ai=n, consent_noai",
        "web, tdm_reserved; tdm-reservation: 1, consent_tdm",
        "web, noindex; meta robots: none, ''",
        "web, noimageai; meta robots: noimageai, ''",
        "web, granted, ''",
        "web, '', ''",
        "'crawl', 'robots_ai_disallowed; robots.txt: User-agent: GPTBot, Disallow: /', consent_robots_ai",
        "'crawl', 'robots_disallowed; robots.txt: User-agent: *, Disallow: /', ''",
        "'shy', 'robots_disallowed; robots.txt: User-agent: *, Disallow: /', consent_robots",
        "web, 'robots_ai_disallowed; robots.txt: User-agent: GPTBot, Disallow: /', ''",
        "books, noai; x-robots-tag: noai, ''",
        "wiki, noindex; meta robots: none, consent_noindex",
    })
    void dropsWhatTheSourceHonours(String source, String consent, String reason) {
        Outcome outcome = step.apply(document(source, consent));

        assertThat(outcome instanceof Outcome.Dropped dropped ? dropped.reason() : "")
                .isEqualTo(reason);
    }

    private static Document document(String source, String consent) {
        Origin origin = new Origin(source, "a", "", "text/html", "", "", "", consent);
        return Document.extracted(Content.of("text", ""), Provenance.of(origin, Declared.NOTHING));
    }
}
