package org.florilegium.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTextTest {
    private static final String PARAGRAPH = "The miller was an old man who had seen the river rise and fall for sixty"
            + " winters, and he said of each of them that it had been the hardest, except for the one in which the"
            + " bridge was carried off, of which he never spoke at all, though his wife did when he slept.";

    @Test
    void joinsLinesThatWereWrappedAtAWidth() {
        String wrapped = (wrap(PARAGRAPH, 60) + "\n\n").repeat(10);

        assertThat(WrappedText.join(wrapped)).isEqualTo((PARAGRAPH + "\n\n").repeat(10));
    }

    @Test
    void leavesVerseAmongProseAsItIs() {
        String verse = "The mill goes round,\nthe river goes down,\nand so do we.\n\n";
        String wrapped = (wrap(PARAGRAPH, 60) + "\n\n" + verse).repeat(10);

        assertThat(WrappedText.join(wrapped)).isEqualTo((PARAGRAPH + "\n\n" + verse).repeat(10));
    }

    @Test
    void leavesLinesThatAreNotWrapped() {
        String lines =
                "In the beginning was the mill.\nAnd the mill was by the river, and it was good so.\nSo be it.\n\n"
                        .repeat(20);

        assertThat(WrappedText.join(lines)).isEqualTo(lines);
    }

    @Test
    void leavesAShortTextWhoseWidthIsNotClear() {
        String few = wrap(PARAGRAPH, 60);

        assertThat(WrappedText.join(few)).isEqualTo(few);
    }

    @Test
    void joinsBrokenWordsWhereManyLinesBreakThem() {
        String page = "A line that ends in a bro-\nken word, and goes\non in another way.\n\n".repeat(12);

        assertThat(WrappedText.join(page))
                .isEqualTo("A line that ends in a broken\nword, and goes\non in another way.\n\n".repeat(12));
    }

    private static String wrap(String text, int width) {
        StringBuilder out = new StringBuilder();
        int line = 0;
        for (String word : text.split(" ")) {
            if (line > 0 && line + 1 + word.length() > width) {
                out.append('\n');
                line = 0;
            }
            out.append(line == 0 ? "" : " ").append(word);
            line += word.length() + (line == 0 ? 0 : 1);
        }
        return out.toString();
    }
}
