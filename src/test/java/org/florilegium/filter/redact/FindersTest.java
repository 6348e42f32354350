package org.florilegium.filter.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are invented; where there is a check digit, it is right. */
class FindersTest {
    private final RedactPersonalData all = new RedactPersonalData(new RedactSpec(
            Arrays.stream(PersonalKind.values()).map(PersonalKind::key).toList()));
    private final RedactPersonalData usual = new RedactPersonalData(RedactSpec.defaults());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IBAN | Pay to DE89 3704 0044 0532 0130 00 please | DE89 3704 0044 0532 0130 00",
                "IBAN | my iban is gb82west12345698765432 | gb82west12345698765432",
                "CARD | I lost 4111 1111 1111 1111 yesterday | 4111 1111 1111 1111",
                "CARD | card 378282246310005 | 378282246310005",
                "NATIONAL_ID | His social security number is 219-09-9999 | 219-09-9999",
                "NATIONAL_ID | O CPF 529.982.247-25 consta | 529.982.247-25",
                "NATIONAL_ID | DNI: 12345678Z | 12345678Z",
                "NATIONAL_ID | NINO AB123456C | AB123456C",
                "NATIONAL_ID | PESEL 44051401359 | 44051401359",
                "NATIONAL_ID | 身份证号码 11010519491231002X 登记 | 11010519491231002X",
                "NATIONAL_ID | Codice fiscale RSSMRA85T10A562S | RSSMRA85T10A562S",
                "NATIONAL_ID | hetu 131052-308T | 131052-308T",
                "NATIONAL_ID | personnummer 811228-9874 | 811228-9874",
                "NATIONAL_ID | BSN 111222333 | 111222333",
                "NATIONAL_ID | СНИЛС 112-233-445 95 | 112-233-445 95",
                "NATIONAL_ID | TC kimlik no 10000000146 | 10000000146",
                "NATIONAL_ID | My driver's license number is A12345678 | A12345678",
                "BIRTH_DATE | Date of birth: 12 March 1980, single | 12 March 1980",
                "BIRTH_DATE | I was born on March 3, 1971 in | March 3, 1971",
                "BIRTH_DATE | She was born on 6/4/1967. | 6/4/1967",
                "MAC | adapter 00:1B:44:11:3A:B7 up | 00:1B:44:11:3A:B7",
                "WALLET | send 1BoatSLRHtKNngkdXEeobR76b53LETtpyT | 1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
                "ADDRESS | She lives at 12 Elm Street, Apt. 4 now | 12 Elm Street, Apt. 4",
                "ADDRESS | Ich wohne Lindenstraße 12a seit Mai | Lindenstraße 12a",
                "NAME | Hello. My name is Anna van der Berg and | Anna van der Berg",
                "NAME | Dear Mr. Paul Novak, thank you | Paul Novak",
            })
    void findsTheWholeValue(PersonalKind kind, String text, String value) {
        List<PersonalSpan> found = all.find(text, "en");

        assertThat(found).extracting(PersonalSpan::kind).contains(kind);
        assertThat(found)
                .filteredOn(span -> span.kind() == kind)
                .extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly(value);
    }

    static List<String> keys() {
        String random =
                "q7Zk3Vb9Xw2Lp8Rt5Yn1Mc6Hd4Jf0Gs7Ke2A"; // 36, and no scanner of repositories takes it for a real key
        return List.of(
                "AKI" + "A" + "QZ7M3XW2LP8RT5YN",
                "gh" + "p_" + random,
                "sk_li" + "ve_" + random.substring(0, 24),
                "ey" + "J" + random.substring(0, 20) + ".ey" + "J" + random + "." + random,
                "-----BEGIN " + "RSA PRIVATE KEY-----\nMIIB" + random + "\n-----END RSA PRIVATE KEY-----");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void findsKeysByTheirForm(String key) {
        List<PersonalSpan> found = usual.find("It leaked: " + key + " today", "en");

        assertThat(found).containsExactly(new PersonalSpan(PersonalKind.KEY, 11, 11 + key.length()));
    }

    @Test
    void findsARandomWordOnlyBehindAWordThatSaysWhatItIs() {
        String random = "q7Zk3Vb9Xw2Lp8Rt5Yn1Mc6Hd4Jf0Gs7";

        assertThat(usual.find("api_key = \"" + random + "\"", "en")).hasSize(1);
        assertThat(usual.find("revision " + random, "en")).isEmpty();
    }

    @Test
    void masksCredentialsInFrontOfAHost() {
        String text = "clone https://anna:s3cret@git.example.org/x";

        List<PersonalSpan> found = usual.find(text, "en");

        assertThat(found).containsExactly(new PersonalSpan(PersonalKind.KEY, 14, 25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Genesis 1:1-31; 2 Kings 4:12; Ps 119:105-112; Sura 2:255; Rig Veda 10.129.1",
                "ISBN 978-0-306-40615-7, ISBN 0-306-40615-2, ISSN 0378-5955, doi:10.1000/182",
                "Version 10.4.2.1, release 2.0.14, build 20240131120000",
                "1845 1846 1847\n12 34 56 78\n100 200 300 400\n5551234 5551235 5551236",
                "In 1984-2001, pp. 123-456, vol. 12, no. 3, 1914-1918.",
                "Abraham Lincoln was born on February 12, 1809, and wrote of Jane Austen.",
                "sha1 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12 and 4111111111111112",
                "Chapter 12. Street of the Gods 45; The Road to Oz 7; Swearing, 217",
            })
    void leavesWhatOnlyLooksLikeItAlone(String text) {
        assertThat(all.find(text, "en")).isEmpty();
    }

    @Test
    void leavesNamesAndAddressesAloneByDefault() {
        assertThat(usual.find("My name is Anna Berg. I live at 12 Elm Street.", "en"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void findsSpansApartAndInOrderInAnyText(int seed) {
        Random random = new Random(seed);
        String characters = "0123456789 -+().,:/@_=\n\"abcdefABCDXYZé中국\u0661eyJ";
        String text = IntStream.range(0, 20_000)
                .mapToObj(i -> String.valueOf(characters.charAt(random.nextInt(characters.length()))))
                .collect(Collectors.joining());

        List<PersonalSpan> found = all.find(text, "de");

        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).start())
                    .isGreaterThanOrEqualTo(found.get(i - 1).end());
        }
    }
}
