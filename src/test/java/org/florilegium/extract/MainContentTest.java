package org.florilegium.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainContentTest {
    private static final String FIRST =
            "The bridge was mended by neighbours, who brought timber, rope and bread, and stayed until it was dark.";
    private static final String SECOND =
            "By the next morning the first carts crossed it, slowly, while the children counted the wheels aloud.";

    @Test
    void keepsHeadingsParagraphsListsAndTablesApart() {
        String body = "<article><h2>The bridge</h2><p>" + FIRST + "</p><ul><li>timber</li><li>rope</li></ul>"
                + "<table><tr><td>carts</td><td>4</td></tr><tr><td>wheels</td><td>16</td></tr></table><p>" + SECOND
                + "</p></article>";

        String text = text(body);

        assertThat(text).isEqualTo("The bridge\n\n" + FIRST + "\n\ntimber\nrope\n\ncarts\t4\nwheels\t16\n\n" + SECOND);
    }

    @Test
    void leavesOutWhatStandsAroundTheContent() {
        String body = "<nav><a href='/'>Home page of the paper</a></nav><div id='wrap'><p>" + FIRST + "</p><p>" + SECOND
                + "</p></div><div class='sidebar'><p>" + "Other news of the week, in short. ".repeat(4)
                + "</p></div><footer>All rights reserved</footer>";

        assertThat(text(body)).isEqualTo(FIRST + "\n\n" + SECOND);
    }

    @Test
    void keepsTextInContainersWithoutParagraphElements() {
        String body = "<div>" + FIRST + "<br><br>" + SECOND + "</div><ul><li><a href='/a'>Elsewhere</a></li></ul>";

        assertThat(text(body)).contains(FIRST).contains(SECOND).doesNotContain("Elsewhere");
    }

    @Test
    void keepsAPageThatIsMadeOfManySmallArticles() {
        String part = "<article><p>" + FIRST + "</p><p>" + SECOND + "</p></article>";

        assertThat(text("<main>" + part.repeat(6) + "</main>")).hasSizeGreaterThan(5 * FIRST.length());
    }

    @Test
    void readsAPageAgainWhoseNamesCallAllOfItClutter() {
        String part = "<div class='teaser'><p>" + FIRST + "</p><p>" + SECOND + "</p></div>";

        assertThat(text("<div>" + part.repeat(3) + "</div>")).contains(FIRST).contains(SECOND);
    }

    @Test
    void believesNoWordHiddenInsideALongerName() {
        String body = "<div class='field label-hidden'><p>" + FIRST + "</p></div><div class='field'><p>" + SECOND
                + "</p><p>" + FIRST + "</p></div>";

        assertThat(text(body)).startsWith(FIRST);
    }

    private static String text(String body) {
        return HtmlText.extract("<!DOCTYPE html><html><body>" + body + "</body></html>")
                .text();
    }

    @Test
    void leavesOutWhatAtTheEndAnnouncesSomethingThatIsNotThere() {
        String text =
                "The ferry to the island has been running since the spring, and every morning it takes milk over. ";
        String page = "<body><div><h2>The ferry</h2><p>" + text.repeat(4) + "</p><p>It says on the pier:</p><p>"
                + text.repeat(2) + "</p><p>More on this:</p><h3>You may like</h3>"
                + "<ul><li><a href='/a'>The harbour</a></li><li><a href='/b'>The cows</a></li></ul></div></body>";

        String content = text(page);

        assertThat(content)
                .startsWith("The ferry\n\n")
                .contains("It says on the pier:")
                .endsWith("milk over.");
    }
}
