package org.florilegium.filter.redact;

import static org.florilegium.filter.redact.CheckDigits.digit;
import static org.florilegium.filter.redact.CheckDigits.sum;

import java.util.List;

/** Numbers of persons in the Nordic and Baltic countries; all begin with a date of birth. */
final class NordicAndBalticIds {
    private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    static final List<NationalId> ALL = List.of(
            NationalId.of(
                    "se_personnummer",
                    "00000000-0000",
                    "000000-0000|000000+0000|0000000000|000000000000",
                    "personn|pnr|samordningsn|personal identity",
                    NordicAndBalticIds::swedish),
            NationalId.of(
                    "fi_hetu",
                    "000000-000X|000000+000X|000000A000X",
                    "",
                    "hetu|henkilötunnu|personbeteckning",
                    NordicAndBalticIds::finnish),
            NationalId.of(
                    "dk_cpr",
                    "",
                    "000000~0000",
                    "cpr|personn",
                    number ->
                            BirthDates.dayFirst(number, 0)), // numbers given since 2007 need not satisfy the old check
            NationalId.of(
                    "no_fodselsnummer",
                    "",
                    "000000~00000",
                    "fødselsn|fodselsn|personn|fnr|d-nummer",
                    number -> BirthDates.dayFirst(number, 0)
                            && sum(number, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                            && sum(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            NationalId.of(
                    "is_kennitala",
                    "",
                    "000000-0000|0000000000",
                    "kennit|kt\\.|kt",
                    number -> BirthDates.dayFirst(number, 0) && sum(number, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            NationalId.of(
                    "ee_lt_code",
                    "",
                    "00000000000",
                    "isikukood|asmens kod",
                    number -> BirthDates.yearFirst(number, 1) && balticDigit(number) == digit(number, 10)),
            NationalId.of(
                    "lv_code",
                    "",
                    "000000-00000|00000000000",
                    "personas kod",
                    number -> BirthDates.dayFirst(number, 0)
                            && (1101 - sum(number, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11 == digit(number, 10)));

    private NordicAndBalticIds() {}

    private static boolean swedish(String number) {
        String ten = number.substring(number.length() - 10);
        boolean dated = number.length() == 12 ? BirthDates.fullYearFirst(number, 0) : BirthDates.yearFirst(ten, 0);
        return dated && CheckDigits.luhn(ten);
    }

    /** A letter for the century may stand where others have a hyphen. */
    private static boolean finnish(String number) {
        int last = number.length() - 1;
        boolean century = number.length() == 10 || "ABCDEFYXWVU".indexOf(number.charAt(6)) >= 0;
        long value = 1000 * CheckDigits.value(number, 0, 6) + CheckDigits.value(number, last - 3, last);
        return century
                && BirthDates.dayFirst(number, 0)
                && FINNISH.charAt((int) (value % FINNISH.length())) == number.charAt(last);
    }

    private static int balticDigit(String number) {
        int first = sum(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        return first < 10 ? first : sum(number, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
    }
}
