package org.florilegium.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTextTest {

    @Test
    void keepsParagraphsAndCollapsesSpaces() {
        String normal = NormalText.of("\uFEFF  One\u00AD\u200B  two \r\nthree\r\n \r\n\r\n\tfour  ");

        assertThat(normal).isEqualTo("One two\nthree\n\nfour");
    }

    @Test
    void keepsJoinersWhereScriptsNeedThem() {
        assertThat(NormalText.of("می\u200Cخواهم a\u200Cb")).isEqualTo("می\u200Cخواهم ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Déjà vu – voilà", "Größe über alles, schön", "Привет, друзья"})
    void repairsUtf8ReadAsWindows1252(String meant) {
        String broken = new String(meant.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));

        String repaired = Mojibake.repair(broken);

        assertThat(repaired).isIn(meant, broken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAFÉ—bar", "voilà\u00A0« oui »", "São Paulo, NÃO", "plain", "Ä–Ö", "naïve café"})
    void neverWorsensATextThatIsRight(String right) {
        assertThat(Mojibake.repair(right)).isEqualTo(right);
    }
}
