package org.florilegium.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Provenance;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.api.Test;

class EditingRecipesTest {
    private static final String KEPT = "A b c. D e f. G h i. J k l. M n o.";
    private static final String TEXT = "Menu and more\n" + KEPT + "[3]\nNo mark at all";

    @Test
    void replacesTheTextForTheRecipesAfterIt() {
        Document kept = apply(TEXT, use("c4", RecipeUse.Mode.DROP), use("fineweb", RecipeUse.Mode.TAG));

        assertThat(kept.content().text()).isEqualTo(KEPT);
        assertThat(kept.hygiene().measurements())
                .containsEntry("c4.lines", 3.0)
                .containsEntry("fineweb.content_lines", 1.0);
    }

    @Test
    void leavesTheTextAsItIsWhereItOnlyTags() {
        Document kept = apply(TEXT, use("c4", RecipeUse.Mode.TAG));

        assertThat(kept.content().text()).isEqualTo(TEXT);
    }

    @Test
    void keepsAnUnfitTextAsItIsWhereItOnlyEdits() {
        Document kept = apply("Too few. Sentences here.", use("c4", RecipeUse.Mode.EDIT));

        assertThat(kept.content().text()).isEqualTo("Too few. Sentences here.");
        assertThat(kept.hygiene().flags()).containsExactly("c4:too_few_sentences");
    }

    @Test
    void keepsWhatFailsARuleThatOnlyTags() {
        RecipeUse use = new RecipeUse(
                RecipeText.named("c4"), RecipeUse.Mode.DROP, List.of(), List.of(), List.of("too_few_sentences"));

        Document kept = apply("A b c.\nNo mark", use);

        assertThat(kept.content().text()).isEqualTo("A b c.");
        assertThat(kept.hygiene().flags()).containsExactly("c4:too_few_sentences");
    }

    @Test
    void refusesToEditByARecipeThatEditsNothing() {
        assertThatThrownBy(() -> use("empty", RecipeUse.Mode.EDIT))
                .hasMessageStartingWith("mode: must be tag or drop, was 'edit'");
    }

    private static RecipeUse use(String recipe, RecipeUse.Mode mode) {
        return RecipeUse.named(recipe, mode, List.of(), List.of());
    }

    private static Document apply(String text, RecipeUse... uses) {
        Origin origin = new Origin("s", "a.txt", "", "text/plain", "", "", "", "");
        Document document = Document.extracted(
                Content.of(text, "").withLanguage("en", "Latn", 1),
                Provenance.of(origin, new Declared("", "", "", "")));
        Outcome outcome = new ApplyRecipes(
                        new FilterSpec(List.of(uses), org.florilegium.filter.address.AddressSpec.NONE))
                .apply(document);
        return ((Outcome.Kept) outcome).documents().get(0);
    }
}
