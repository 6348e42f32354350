package org.florilegium.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "th|Thai|เพื่อนบ้านช่วยกันซ่อมสะพาน",
                "en|Latn|Too short.",
                "nb|Latn|Naboene har reparert den gamle broen sammen før regnet kom.",
                "da|Latn|Naboerne reparerede sammen den gamle bro, før regnen kom.",
                "zu|Latn|Omakhelwane bahlangane ekuseni ukuze balungise ibhuloho elidala ngaphambi kokuthi imvula iqale.",
                "am|Ethi|ጎረቤቶች ድልድዩን አብረው ጠገኑት።",
                "uk|Cyrl|Сусіди разом полагодили старий міст ще до дощу.",
                "fa|Arab|همسایه‌ها با هم پل قدیمی را پیش از باران تعمیر کردند.",
                "zh|Hani|邻居们在下雨之前一起修好了那座旧桥。"
            })
    void namesLanguageAndScript(String language, String script, String text) {
        Identification found = identifier.identify(text);

        assertThat(found.language()).isEqualTo(language);
        assertThat(found.script()).isEqualTo(script);
        assertThat(found.probability()).isBetween(0.35, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "OK", "p. 12, ad"})
    void doesNotGuessFromAFewLatinLetters(String text) {
        assertThat(identifier.identify(text).isDetermined()).isFalse();
    }

    @Test
    void isUndeterminedWithoutLetters() {
        assertThat(identifier.identify("12 + 3 = 15")).isEqualTo(Identification.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (int i = 0; i < n; i++) { sum += rows[i]; } return sum;",
                "{\"id\": 7, \"tags\": [\"a\", \"b\"], \"size\": {\"w\": 3}}"
            })
    void findsNoLanguageInCode(String code) {
        assertThat(identifier.identify(code).isDetermined()).isFalse();
    }

    @Test
    void saysTheSameOfATextWhateverCameBefore() {
        String text = "Die Nachbarn haben die alte Brücke repariert.";
        Identification first = identifier.identify(text);

        identifier.identify("Les voisins ont réparé le vieux pont.");

        assertThat(identifier.identify(text)).isEqualTo(first);
    }

    @Test
    void readsNoLanguageFromAddresses() {
        Identification found = identifier.identify("https://example.org/guten/morgen/liebe/nachbarn  12:40");

        assertThat(found).isEqualTo(Identification.NOTHING);
    }

    @Test
    void knowsLanguagesThatAreEasilyMistaken() {
        assertThat(LanguageIdentifier.alike("nb", "da")).isTrue();
        assertThat(LanguageIdentifier.alike("nb", "de")).isFalse();
    }
}
