package org.florilegium.filter.redact;

import static org.florilegium.filter.redact.CheckDigits.digit;
import static org.florilegium.filter.redact.CheckDigits.divisible;
import static org.florilegium.filter.redact.CheckDigits.sum;

import java.util.List;
import java.util.regex.Pattern;

/** Numbers of persons in Europe, but for the Nordic and Baltic countries; the longer checks are in {@link EuropeanChecks}. */
final class EuropeanIds {
    private static final Pattern NINO =
            Pattern.compile("(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]");

    static final List<NationalId> ALL = List.of(
            NationalId.of(
                    "uk_nino",
                    "AA 00 00 00 A",
                    "AA000000A|AA 000000 A|AA-00-00-00-A",
                    "national insurance|nino|ni (?:no|num)|n\\.i\\.",
                    number -> NINO.matcher(number).matches()),
            NationalId.of("uk_nhs", "", "000~000~0000", "nhs", divisible(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)),
            NationalId.of(
                    "de_steuer_id",
                    "",
                    "00~000~000~000",
                    "steuer-?id\\w*|identifikationsnummer|idnr|steuerliche|tin|tax id\\w*",
                    EuropeanChecks::germanTax),
            NationalId.of(
                    "de_pension",
                    "00 000000 A 000",
                    "00000000A000|00 000000 A000",
                    "versicherungs\\p{L}+|rentenversicherung|rvnr|sv-?n",
                    EuropeanChecks::germanPension),
            NationalId.of(
                    "fr_nir",
                    "0 00 00 00 000 000 00|0 00 00 0A 000 000 00|0 00 00 00 000 000|00",
                    "0000000000000 00|000000000000000|000000A00000000",
                    "sécurité sociale|securite sociale|sécu|nir|n° ?ss|insee|immatriculation",
                    EuropeanChecks::french),
            NationalId.of(
                    "es_dni",
                    "00.000.000-A",
                    "00000000~A|00.000.000A|00.000.000 A",
                    "dni|d\\.n\\.i|nif|n\\.i\\.f|documento nacional|identidad",
                    EuropeanChecks::spanish),
            NationalId.of(
                    "es_nie",
                    "A-0000000-A",
                    "A0000000A|A-0000000A|A0000000-A",
                    "nie|n\\.i\\.e|extranjero|identidad",
                    EuropeanChecks::spanish),
            NationalId.of("it_codice_fiscale", "AAAAAA00A00A000A", "", "codice fiscale", EuropeanChecks::italian),
            NationalId.of(
                    "nl_bsn",
                    "",
                    "000000000|000~00~000|0000.00.000",
                    "bsn|burgerservicenummer|sofi",
                    number -> number.length() == 9
                            && divisible(11, 9, 8, 7, 6, 5, 4, 3, 2, -1).test(number)),
            NationalId.of(
                    "be_register",
                    "00.00.00-000.00",
                    "00000000000|000000-000-00|000000 000 00|00.00.00.000.00|00 00 00 000 00",
                    "rijksregister|registre national|numéro national|nationalregister|insz|niss|rrn",
                    EuropeanChecks::belgian),
            NationalId.of(
                    "pt_nif",
                    "",
                    "000~000~000",
                    "nif|n\\.i\\.f|contribuinte|fiscal",
                    number -> "123".indexOf(number.charAt(0)) >= 0
                            && Math.max(0, 11 - sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10
                                    == digit(number, 8)),
            NationalId.of(
                    "pl_pesel",
                    "",
                    "00000000000",
                    "pesel",
                    number ->
                            BirthDates.yearFirst(number, 0) && sum(number, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0),
            NationalId.of(
                    "ch_ahv",
                    "000.0000.0000.00",
                    "0000000000000|000 0000 0000 00",
                    "ahv|avs|sozialversicherung|assurance-vieillesse",
                    number -> number.startsWith("756") && CheckDigits.ean13(number)),
            NationalId.of(
                    "at_svnr",
                    "",
                    "0000 000000|0000000000|0000-000000|0000/000000",
                    "svnr|sv-?n|sozialversicherung|versicherungsn",
                    number -> BirthDates.dayFirst(number, 4)
                            && sum(number, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == digit(number, 3)),
            NationalId.of("ie_pps", "", "0000000A|0000000AA", "ppsn?|personal public service", EuropeanChecks::irish),
            NationalId.of(
                    "cz_birth_number",
                    "",
                    "000000/0000|0000000000",
                    "rodné číslo|rodného čísla|rodne cislo|r\\. ?č|rč",
                    number -> BirthDates.yearFirst(number, 0) && CheckDigits.value(number, 0, 10) % 11 == 0),
            NationalId.of("hr_oib", "", "00000000000", "oib", CheckDigits::mod1110),
            NationalId.of(
                    "ro_cnp",
                    "",
                    "0000000000000",
                    "cnp|cod numeric",
                    number -> BirthDates.yearFirst(number, 1)
                            && remainderOr(sum(number, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9), 1) == digit(number, 12)),
            NationalId.of(
                    "bg_egn",
                    "",
                    "0000000000",
                    "егн|egn|единен граждански",
                    number -> BirthDates.yearFirst(number, 0)
                            && sum(number, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == digit(number, 9)),
            NationalId.of(
                    "balkan_jmbg",
                    "",
                    "0000000000000",
                    "jmbg|јмбг|emšo|emso|embg|ембг|матичен број|matični broj",
                    number -> BirthDates.dayFirst(number, 0)
                            && (11 - sum(number, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11 % 10
                                    == digit(number, 12)),
            NationalId.of(
                    "gr_amka",
                    "",
                    "00000000000",
                    "αμκα|amka",
                    number -> BirthDates.dayFirst(number, 0) && CheckDigits.luhn(number)),
            NationalId.of(
                    "gr_afm",
                    "",
                    "000000000",
                    "αφμ|α\\.φ\\.μ|afm",
                    number -> sum(number, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(number, 8)),
            NationalId.of(
                    "hu_taj",
                    "",
                    "000~000~000",
                    "taj|társadalombiztosítási",
                    number -> sum(number, 3, 7, 3, 7, 3, 7, 3, 7) % 10 == digit(number, 8)),
            NationalId.of("tr_kimlik", "", "00000000000", "t\\.?c\\.? ?kimlik|tckn|kimlik n", EuropeanChecks::turkish),
            NationalId.of(
                    "ru_snils",
                    "000-000-000 00",
                    "00000000000|000-000-000-00",
                    "снилс|snils|страховой номер",
                    number -> sum(number, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100 == CheckDigits.value(number, 9, 11)),
            NationalId.of(
                    "ru_inn",
                    "",
                    "000000000000",
                    "инн",
                    number -> sum(number, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == digit(number, 10)
                            && sum(number, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == digit(number, 11)),
            NationalId.of(
                    "ua_rnokpp",
                    "",
                    "0000000000",
                    "рнокпп|іпн|ідентифікаційн",
                    number -> Math.floorMod(sum(number, -1, 5, 7, 9, 4, 6, 10, 5, 7), 11) % 10 == digit(number, 9)));

    private EuropeanIds() {}

    private static int remainderOr(int sum, int ten) {
        return sum % 11 == 10 ? ten : sum % 11;
    }
}
