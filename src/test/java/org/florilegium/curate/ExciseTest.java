package org.florilegium.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Provenance;
import org.florilegium.document.TextUnit;
import org.florilegium.document.TextUnits;
import org.florilegium.row.Excision;
import org.junit.jupiter.api.Test;

class ExciseTest {
    private static final Origin ORIGIN = new Origin("s", "u", "", "", "", "", "", "");

    @Test
    void writesTheTextWithoutThePassageAndMovesTheOthers() {
        Document document = document("𝔸 first.\nsecond!\nthird.", 0, 9, 17, 23);

        Document written = Excise.from(document, List.of(new Excision(9, 17, "harm_hate")));

        assertThat(written.content().text()).isEqualTo("𝔸 first.\nthird.");
        assertThat(written.tags().passages())
                .extracting(passage -> passage.of(written.content().text()))
                .containsExactly("𝔸 first.\n", "third.");
    }

    @Test
    void leavesADocumentWithoutExcisionsAsItIs() {
        Document document = document("one two", 0, 7);

        assertThat(Excise.from(document, List.of())).isSameAs(document);
    }

    @Test
    void closesTheTextUpWhereARepeatedParagraphWasAndShortensItsPassage() {
        Document document = document("One.\n\nCopy.\n\nTwo.\nLine\nThree.\n\nCopy.", 0, 17, 36);

        Document written = Excise.from(
                document,
                List.of(
                        new Excision(6, 11, "repeated_paragraph"),
                        new Excision(18, 22, "repeated_line"),
                        new Excision(31, 36, "repeated_paragraph")));

        assertThat(written.content().text()).isEqualTo("One.\n\nTwo.\nThree.");
        assertThat(written.content().tokens()).isEqualTo(6);
        assertThat(written.tags().passages())
                .extracting(passage -> passage.of(written.content().text()))
                .containsExactly("One.\n\nTwo.", "Three.");
    }

    @Test
    void dropsAPassageOfWhichNothingStaysAndMovesWhatIsCounted() {
        Document document = document("Copy.\n\nOne.", 0, 5, 7, 11);
        TextUnit staying = new TextUnit(TextUnit.Kind.PARAGRAPH, 7, 11, 4, 1, 2, 2);
        document = document.withHygiene(document.hygiene().withUnits(new TextUnits(4, List.of(staying))));

        Document written = Excise.from(document, List.of(new Excision(0, 5, "repeated_paragraph")));

        assertThat(written.content().text()).isEqualTo("One.");
        assertThat(written.tags().passages()).hasSize(1);
        assertThat(written.hygiene().units().list()).containsExactly(staying.at(0, 4));
    }

    @Test
    void refusesAnExcisionBeyondTheText() {
        Document document = document("one two", 0, 7);

        assertThatThrownBy(() -> Excise.from(document, List.of(new Excision(4, 9, "x"))))
                .hasMessageContaining("must lie within 0 to 7, was 4 to 9");
    }

    private static Document document(String text, int... bounds) {
        List<Passage> passages = new java.util.ArrayList<>();
        for (int i = 0; i + 1 < bounds.length; i++) {
            passages.add(Passage.untagged(bounds[i], bounds[i + 1], ""));
        }
        Document document =
                Document.extracted(Content.of(text, "").withTokens(6), Provenance.of(ORIGIN, Declared.NOTHING));
        return document.withTags(document.tags().withPassages(passages));
    }
}
