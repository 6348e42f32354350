package org.florilegium.filter.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Provenance;
import org.florilegium.flow.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactPersonalDataTest {
    private final RedactPersonalData step = new RedactPersonalData(RedactSpec.defaults());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Write to mary.o-neil+x@mail.example.co.uk.        | Write to <EMAIL>.",
                "en | (tom@example.org) or tom@example.org;             | (<EMAIL>) or <EMAIL>;",
                "zh | 请写信给foo@example.com谢谢                        | 请写信给<EMAIL>谢谢",
                "en | Our server 151.101.65.140:443 is down             | Our server <IP>:443 is down",
                "en | ip 8.8.8.8 and 2a00:1450:4001:81b::200e answer    | ip <IP> and <IP> answer",
                "en | Call +44 20 7946 0018 today                       | Call <PHONE> today",
                "en | phone: 555-0199-22                                | phone: <PHONE>",
                "de | Telefon 030/227-51170, Telefax: 030 22751171      | Telefon <PHONE>, Telefax: <PHONE>",
                "en | Reach the desk (212) 736-5000 after six           | Reach the desk <PHONE> after six",
                "de | Frau Beer (089/99529727) hilft gern               | Frau Beer (<PHONE>) hilft gern",
                "de | Frau Beer (Tel. 089/99529727) hilft gern          | Frau Beer (Tel. <PHONE>) hilft gern",
                "es | Madrid 91 522 45 67                               | Madrid <PHONE>",
                "ar | هاتف: ٠١٢٣٤٥٦٧٨٩                                      | هاتف: <PHONE>",
                "ja | 電話 03-3201-3331                                  | 電話 <PHONE>",
                "en | Fax 001-748-288-2851x818 works                    | Fax <PHONE> works",
            })
    void masksWhatNamesAPersonOrAMachine(String language, String text, String masked) {
        assertThat(kept(text, language).content().text()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "until 05.12.1972 00 UTC (335544320 cells, 237 102 291 more)",
                "In 1845 1846 and 1847-1849 the harvest failed.",
                "On 2021-03-14 and 14.03.2021, at 12:30:45, they met.",
                "ISBN 978-0-306-40615-7 and ISBN 0-306-40615-2",
                "John 3:16-17; Psalm 119:105-112; Sura 2.255-257; Rig Veda 10.129.1.7",
                "It cost $1,234,567.00 or 1 234 567 890 rupees, 12.345.678 pesos.",
                "Version 10.4.2.1 of the host 192.168.0.1 and 127.0.0.1 and 192.0.2.7",
                "std::vector and fe80::1 and 2001:db8::1 and dead::beef",
                "The number pi is 3.14159265358979 and e is 2.718281828459045.",
                "See icon@2x.png and @handle and a@b and p. 1234567",
                "Account 4716379142021967 and order #20211234567",
                "Genesis 5 5 930 5 8 912 5 11 905 5 14 910 5 17 895",
            })
    void leavesYearsVersesPricesAndPrivateAddressesAlone(String text) {
        assertThat(kept(text, "en").content().text()).isEqualTo(text);
    }

    @Test
    void countsMasksByKindInTextAndTitle() {
        Document document = document("a@example.org, b@example.org, tel. 030 1234567", "de");

        Document kept = kept(
                document.withContent(new Content(document.content().text(), "From c@example.org", "de", "Latn", 1, 4)));

        assertThat(kept.hygiene().redactions()).isEqualTo(Map.of("email", 3, "phone", 1));
        assertThat(kept.content().title()).isEqualTo("From <EMAIL>");
    }

    @Test
    void changesNothingTheSecondTime() {
        Document once = kept("Mail a@example.org or call +44 20 7946 0018", "en");

        assertThat(kept(once)).isEqualTo(once);
    }

    @Test
    void masksOnlyTheKindsAskedFor() {
        RedactPersonalData emails = new RedactPersonalData(new RedactSpec(List.of("email")));

        Outcome outcome = emails.apply(document("a@example.org +44 20 7946 0018", "en"));

        assertThat(((Outcome.Kept) outcome).documents().get(0).content().text()).isEqualTo("<EMAIL> +44 20 7946 0018");
    }

    @Test
    void refusesAnUnknownKind() {
        assertThatThrownBy(() -> new RedactSpec(List.of("nam")))
                .hasMessageContaining("redact.kinds")
                .hasMessageContaining("'nam'");
    }

    private Document kept(String text, String language) {
        return kept(document(text, language));
    }

    private Document kept(Document document) {
        return ((Outcome.Kept) step.apply(document)).documents().get(0);
    }

    private static Document document(String text, String language) {
        return Document.extracted(
                Content.of(text, "").withLanguage(language, "Zyyy", 1),
                Provenance.of(new Origin("s", "a", "", "", "", "", "", ""), new Declared("", "", "", "")));
    }
}
