package org.florilegium.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Provenance;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.api.Test;

class SegmentDocumentTest {
    private static final SegmentSpec SPEC = new SegmentSpec(32_000, true, 5, 10, 60);
    private static final String ENGLISH =
            "The neighbours came together early in the morning to repair the old wooden bridge before the rain began.";
    private static final String GERMAN =
            "Die Nachbarn kamen am frühen Morgen zusammen, um die alte Brücke vor dem Regen zu reparieren.";
    private static final String RUSSIAN = "Соседи собрались рано утром, чтобы вместе починить старый мост.";

    @Test
    void passagesInAnotherLanguageHaveTheirOwn() {
        Document document = document(ENGLISH + "\n\n" + GERMAN + "\n\n" + RUSSIAN, "en");

        List<String> languages = segmented(document);

        assertThat(languages).containsExactly("", "de", "ru");
    }

    @Test
    void passagesThatMayBeANeighbourOfTheLanguageKeepIt() {
        Document document = document("Naboene kom sammen tidlig om morgenen for å reparere den gamle broen.", "da");

        List<String> languages = segmented(document);

        assertThat(languages).containsExactly("");
    }

    private static List<String> segmented(Document document) {
        SegmentDocument step = new SegmentDocument(SPEC);
        step.open();
        Outcome.Kept kept = (Outcome.Kept) step.apply(document);
        return kept.documents().stream()
                .flatMap(part -> part.tags().passages().stream())
                .map(Passage::language)
                .toList();
    }

    private static Document document(String text, String language) {
        Content content = Content.of(text, "").withLanguage(language, "Latn", 1);
        Origin origin = new Origin("s", "u", "", "text/plain", "", "", "", "");
        return Document.extracted(content, Provenance.of(origin, Declared.NOTHING));
    }
}
