package org.florilegium.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {
    private final LanguageIdentifier identifier = new LanguageIdentifier();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|Latn|The neighbours came together to repair the old bridge before the rain.",
                "de|Latn|Die Nachbarn haben gemeinsam die alte Brücke vor dem Regen repariert.",
                "ru|Cyrl|Соседи вместе починили старый мост, прежде чем начался дождь.",
                "el|Grek|Οι γείτονες επισκεύασαν μαζί τη γέφυρα.",
                "ja|Jpan|近所の人たちは一緒に古い橋を直しました。",
                "th|Thai|เพื่อนบ้านช่วยกันซ่อมสะพาน"
            })
    void namesLanguageAndScript(String language, String script, String text) {
        Identification found = identifier.identify(text);

        assertThat(found.language()).isEqualTo(language);
        assertThat(found.script()).isEqualTo(script);
        assertThat(found.probability()).isBetween(0.35, 1.0);
    }

    @Test
    void isUndeterminedWithoutLetters() {
        assertThat(identifier.identify("12 + 3 = 15")).isEqualTo(Identification.NOTHING);
    }
}
