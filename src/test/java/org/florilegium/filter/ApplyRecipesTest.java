package org.florilegium.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Provenance;
import org.florilegium.filter.address.AddressSpec;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyRecipesTest {
    private static final String PROSE =
            "The well in our village was dug by my grandmother's brothers. Whoever drew water "
                    + "first in the morning filled the trough for the animals of the others, and nobody had to be asked.";

    private final ApplyRecipes step = new ApplyRecipes(FilterSpec.defaults());

    @Test
    void tagsAShortEnglishTextAndKeepsWhatItMeasured() {
        Document kept = kept(step.apply(document(PROSE, "en")));

        assertThat(kept.hygiene().flags()).containsExactly("gopher-quality:gopher_short_doc");
        assertThat(kept.hygiene().measurements())
                .containsEntry("gopher-quality.non_symbol_words", 33.0)
                .containsKey("gopher-repetition.top_2_gram_character_fraction");
    }

    @Test
    void sparesOtherLanguagesTheRulesForEnglish() {
        assertThat(kept(step.apply(document(PROSE, "cy"))).hygiene().flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', empty", "' \u200B\n\u00A0', empty", "'\uFFFD\uFFFDa\uFFFDb\uFFFD', broken_text"})
    void dropsWhatCannotBeRead(String text, String reason) {
        assertThat(dropped(step.apply(document(text, "und"))).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Buy our pans today, friends!\n", "buy now and ", "啊"})
    void dropsATextThatSaysOneThingOverAndOver(String piece) {
        Outcome.Dropped dropped = dropped(step.apply(document(piece.repeat(60), "und")));

        assertThat(dropped.reason()).isEqualTo("repetition");
        assertThat(dropped.document().hygiene().measurements()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "བཀྲ་ཤིས་བདེ་ལེགས། ཁྱེད་རང་གི་སྐུ་གཟུགས་བདེ་པོ་ཡིན་པས།",
                "今天早上，河边的老人在等渡船。",
                "⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙",
                "ฝนตกตั้งแต่เช้า ชาวบ้านจึงอยู่บ้าน",
                "Row, row\nCome home, come home\nRow, row\nThe sea is wide\nRow, row\nCome home, come home",
            })
    void keepsEveryScriptAndRefrains(String text) {
        assertThat(step.apply(document(text, "und"))).isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void changesItsDigestWithItsSettings() {
        FilterSpec none = new FilterSpec(List.of(), AddressSpec.NONE);

        assertThat(new ApplyRecipes(none).lineage()).isNotEqualTo(step.lineage());
        assertThat(new ApplyRecipes(FilterSpec.defaults()).lineage()).isEqualTo(step.lineage());
    }

    private static Document document(String text, String language) {
        return document(text, language, "a.txt");
    }

    private static Document document(String text, String language, String uri) {
        Origin origin = new Origin("s", uri, "", "text/plain", "", "", "", "");
        return Document.extracted(
                Content.of(text, "").withLanguage(language, "Zyyy", 1),
                Provenance.of(origin, new Declared("", "", "", "")));
    }

    private static Document kept(Outcome outcome) {
        return ((Outcome.Kept) outcome).documents().get(0);
    }

    private static Outcome.Dropped dropped(Outcome outcome) {
        return (Outcome.Dropped) outcome;
    }
}
