package org.florilegium.filter.redact;

import static org.florilegium.filter.redact.CheckDigits.digit;
import static org.florilegium.filter.redact.CheckDigits.sum;

import java.util.List;

/** Numbers of persons in Africa, Australia and New Zealand. */
final class AfricanAndOceanianIds {
    static final List<NationalId> ALL = List.of(
            NationalId.of(
                    "za_id",
                    "",
                    "0000000000000|000000 0000 000|000000 0000 00 0",
                    "(?:rsa |sa |south african )?id(?: n|:)|identity n|identity document|identiteitsn|id-n",
                    number -> BirthDates.yearFirst(number, 0) && digit(number, 10) <= 1 && CheckDigits.luhn(number)),
            NationalId.of("ng_nin", "", "00000000000", "nin|national identification n", number -> true),
            NationalId.of("gh_card", "AAA-000000000-0", "", "ghana card", number -> number.startsWith("GHA")),
            NationalId.of(
                    "eg_national",
                    "",
                    "00000000000000",
                    "الرقم القومي|الرقم القومى",
                    number -> "23".indexOf(number.charAt(0)) >= 0 && BirthDates.yearFirst(number, 1)),
            NationalId.of(
                    "au_tfn", "", "000~000~000", "tfn|tax file", CheckDigits.divisible(11, 1, 4, 3, 7, 5, 8, 6, 9, 10)),
            NationalId.of(
                    "au_medicare",
                    "",
                    "0000~00000~0|00000000000|0000 00000 0/0",
                    "medicare",
                    number -> "23456".indexOf(number.charAt(0)) >= 0
                            && sum(number, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == digit(number, 8)),
            NationalId.of("nz_ird", "", "00~000~000|000~000~000", "ird", AfricanAndOceanianIds::inlandRevenue));

    private AfricanAndOceanianIds() {}

    private static boolean inlandRevenue(String number) {
        String nine = number.length() == 8 ? "0" + number : number;
        int first = (11 - sum(nine, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        int check = first < 10 ? first : (11 - sum(nine, 7, 4, 3, 2, 5, 2, 7, 6) % 11) % 11;
        long value = CheckDigits.value(nine, 0, 9);
        return value >= 10_000_000 && value < 150_000_000 && check == digit(nine, 8);
    }
}
