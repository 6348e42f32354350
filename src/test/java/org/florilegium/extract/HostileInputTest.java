package org.florilegium.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.florilegium.document.Declared;
import org.florilegium.document.Origin;
import org.florilegium.document.RawDocument;
import org.florilegium.document.UnprocessableDocumentException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input made to take a reader down ends as a text or as a dead letter, soon, and with no file read. */
@Timeout(120)
class HostileInputTest {
    private static final int MANY = 1_000_000;

    @TempDir
    Path folder;

    private final ExtractText extractor = new ExtractText(new ExtractSpec(256 << 20, 20_000_000, 30, ""));

    @BeforeEach
    void open() {
        extractor.open();
    }

    @AfterEach
    void close() {
        extractor.close();
    }

    @Test
    void readsElementsNestedAHundredThousandDeep() {
        String xml = "<?xml version=\"1.0\"?><r>" + "<a>".repeat(100_000) + "deep" + "</a>".repeat(100_000) + "</r>";

        assertThat(outcome("a.xml", xml)).isEqualTo("deep");
    }

    @Test
    void readsAMillionElementsSideBySide() {
        assertThat(outcome("a.xml", "<?xml version=\"1.0\"?><r>" + "<a/>".repeat(MANY) + "flat</r>"))
                .isEqualTo("flat");
    }

    @Test
    void doesNotExpandEntities() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }

        String text = outcome("a.xml", xml + "]><l>x &a29; y</l>");

        assertThat(text).startsWith("x").endsWith("y").doesNotContain("lol");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE l [<!ENTITY x SYSTEM \"%s\">]><l>text &x;</l>",
                "<!DOCTYPE l [<!ENTITY %% x SYSTEM \"%s\"> %%x;]><l>text</l>",
                "<!DOCTYPE l SYSTEM \"%s\"><l>text</l>",
                "<l xmlns:xi=\"http://www.w3.org/2001/XInclude\">text <xi:include href=\"%s\" parse=\"text\"/></l>",
            })
    void readsNoFileThatXmlNames(String xml) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret word");

        String text = outcome("a.xml", "<?xml version=\"1.0\"?>" + xml.formatted(secret.toUri()));

        assertThat(text).startsWith("text").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", ">", "> ", "*", "_", "`", "<", "![", "[a](", "- ", "|", "\\", "**x* ", "&", "<!--"})
    void endsSoonOnAMillionMarksOfMarkdown(String marks) {
        assertThat(outcome("a.md", "# Title\n\n" + marks.repeat(MANY / marks.length())))
                .isNotNull();
    }

    @Test
    void readsOrRefusesALineOfTwentyMegabytes() {
        byte[] line = new byte[21_000_000];
        Arrays.fill(line, (byte) 'a');
        for (String name : new String[] {"a.md", "a.txt", "a.html", "a.xml"}) {
            assertThat(outcome(name, line)).as(name).isEqualTo("dead letter: too_large");
        }
    }

    private String outcome(String name, String text) {
        return outcome(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private String outcome(String name, byte[] bytes) {
        Origin origin = new Origin("test", name, "", "", "", "", "", "");
        try {
            return extractor
                    .extract(new RawDocument(origin, Declared.NOTHING, bytes, "", "", ""))
                    .content()
                    .text();
        } catch (UnprocessableDocumentException dead) {
            return "dead letter: " + dead.reason();
        }
    }
}
