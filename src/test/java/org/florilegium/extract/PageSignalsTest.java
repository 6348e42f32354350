package org.florilegium.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.florilegium.document.Consent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSignalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<head><meta name=\"robots\" content=\"noai, noimageai\"> | noai; noimageai; meta robots: noai, noimageai",
                "<META CONTENT='a > b, NOAI' NAME=Robots> | noai; meta robots: a > b, NOAI",
                "<meta name=tdm-reservation content=1 /> | tdm_reserved; meta tdm-reservation: 1",
                "<!-- <meta name=robots content=noai> --> | ''",
                "<script>'<meta name=robots content=noai>'</script> | ''",
                "<body><p>Write <meta name=robots content=noai> here. | ''",
                "<meta name=robots | ''",
                "<meta name=description content=robots> | ''",
            })
    void readsTheMetaElementsOfTheHead(String page, String text) {
        assertThat(PageSignals.of(page.getBytes(UTF_8), Consent.NONE).text()).isEqualTo(text);
    }
}
