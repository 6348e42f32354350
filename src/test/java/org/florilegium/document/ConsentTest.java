package org.florilegium.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-robots-tag | noai | noai; x-robots-tag: noai",
                "X-Robots-Tag | NoAI, noimageai | noai; noimageai; x-robots-tag: NoAI, noimageai",
                "x-robots-tag | otherbot: noai | noai; x-robots-tag: otherbot: noai",
                "x-robots-tag | none | noindex; x-robots-tag: none",
                "meta robots | noindex; nofollow | noindex; meta robots: noindex, nofollow",
                "meta robots | index,follow | meta robots: index,follow",
                "tdm-reservation | 1 | tdm_reserved; tdm-reservation: 1",
                "tdm-reservation | 0 | tdm-reservation: 0",
                "tdm-policy | https://example.org/p.json | tdm-policy: https://example.org/p.json",
                "content-usage | train-ai=n, search=y | train_ai_no; content-usage: train-ai=n, search=y",
                "content-usage | train-ai=y | content-usage: train-ai=y",
                "content-usage | train-genai=n | train_ai_no; content-usage: train-genai=n",
                "robots.txt | User-agent: *, Disallow: /a | robots_disallowed; robots.txt: User-agent: *, Disallow: /a",
                "robots.txt | User-agent: CCBot, Disallow: / | robots_ai_disallowed; robots.txt: User-agent: CCBot, Disallow: /",
                "robots.txt | User-agent: *, Content-Usage: /a search=y, train-ai=n | train_ai_no; robots.txt: User-agent: *, Content-Usage: /a search=y, train-ai=n",
                "robots.txt | User-agent: *, Content-Usage: train-ai=y | robots.txt: User-agent: *, Content-Usage: train-ai=y",
            })
    void keepsASignalAsItStoodBesideWhatItMeans(String name, String value, String text) {
        assertThat(Consent.NONE.with(name, value).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "granted",
                "granted; noai; tdm_reserved; x-robots-tag: noai; tdm-reservation: 1",
                "noindex; meta robots: none",
            })
    void readsWhatItWrote(String text) {
        assertThat(Consent.of(text).text()).isEqualTo(text);
        assertThat(Consent.of(Consent.of(text).text())).isEqualTo(Consent.of(text));
    }

    @ParameterizedTest
    @CsvSource({"Withdrawn, true", "refused, true", "granted, false", "'', false", "x-robots-tag: noai, false"})
    void isWithdrawnByTheSourcesWordOnly(String text, boolean withdrawn) {
        assertThat(Consent.of(text).isWithdrawn()).isEqualTo(withdrawn);
    }
}
