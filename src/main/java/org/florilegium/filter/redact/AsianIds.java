package org.florilegium.filter.redact;

import static org.florilegium.filter.redact.CheckDigits.digit;
import static org.florilegium.filter.redact.CheckDigits.sum;

import java.util.List;
import java.util.regex.Pattern;

/** Numbers of persons in Asia. */
final class AsianIds {
    private static final Pattern INDIAN_PAN = Pattern.compile("[A-Z]{3}[ABCFGHJLPTK][A-Z][0-9]{4}[A-Z]");
    /** The order in which letters stand for 10, 11 and so on. */
    private static final String TAIWANESE = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    static final List<NationalId> ALL = List.of(
            NationalId.of(
                    "in_aadhaar",
                    "",
                    "0000~0000~0000",
                    "aadha+r|uidai|आधार|ஆதார்|ఆధార్|আধার|આધાર",
                    number -> digit(number, 0) >= 2 && CheckDigits.verhoeff(number)),
            NationalId.of(
                    "in_pan",
                    "",
                    "AAAAA0000A",
                    "pan|permanent account|पैन",
                    number -> INDIAN_PAN.matcher(number).matches()),
            NationalId.of("cn_resident", "00000000000000000X", "", "身份证|身份證|公民身份", AsianIds::chinese),
            NationalId.of("tw_id", "", "A000000000", "身分證|身份證|統一編號|national id", AsianIds::taiwanese),
            NationalId.of("hk_id", "A000000(X)|AA000000(X)", "", "hkid|身份證", AsianIds::hongKong),
            NationalId.of("jp_my_number", "", "0000~0000~0000", "マイナンバー|個人番号|my number|mynumber", AsianIds::japanese),
            NationalId.of("kr_rrn", "000000-0000000", "", "주민", AsianIds::koreanChecked),
            NationalId.of( // numbers given since October 2020 have no check digit
                    "kr_rrn_new", "", "000000~0000000", "주민등록|주민번호|외국인등록|resident registration|rrn", AsianIds::korean),
            NationalId.of("sg_nric", "", "A0000000A", "nric|fin|singapore", AsianIds::singaporean),
            NationalId.of(
                    "my_nric",
                    "",
                    "000000-00-0000|000000000000",
                    "nric|mykad|kad pengenalan|k/?p|no\\.? ?kp|i/?c no",
                    number -> BirthDates.yearFirst(number, 0)),
            NationalId.of(
                    "id_nik",
                    "",
                    "0000000000000000",
                    "nik|ktp|induk kependudukan",
                    number -> digit(number, 0) > 0 && BirthDates.dayFirst(number, 6)),
            NationalId.of(
                    "th_id",
                    "0-0000-00000-00-0",
                    "0000000000000|0 0000 00000 00 0",
                    "เลขประจำตัว|บัตรประชาชน|thai id|national id",
                    number ->
                            (11 - sum(number, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10 == digit(number, 12)),
            NationalId.of(
                    "pk_cnic",
                    "",
                    "00000-0000000-0|0000000000000",
                    "cnic|nicop|شناختی",
                    number -> digit(number, 0) > 0),
            NationalId.of(
                    "il_id",
                    "",
                    "000000000|00000000-0",
                    "תעודת זהות|ת\\.?ז|ת״ז|teudat zehut|israeli id",
                    CheckDigits::luhn),
            NationalId.of("ir_national", "", "0000000000|000-000000-0", "کد ?ملی|کدملی|شماره ملی", AsianIds::iranian),
            NationalId.of(
                    "ae_emirates",
                    "000-0000-0000000-0",
                    "000000000000000",
                    "emirates id|الهوية",
                    number -> number.startsWith("784") && CheckDigits.luhn(number)),
            NationalId.of(
                    "sa_id",
                    "",
                    "0000000000",
                    "الهوية|إقامة|اقامة|iqama|national id",
                    number -> "12".indexOf(number.charAt(0)) >= 0 && CheckDigits.luhn(number)));

    private AsianIds() {}

    /** GB 11643: region, date of birth, order, and ISO 7064 MOD 11-2. */
    private static boolean chinese(String number) {
        String digits = number.substring(0, 17);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int check = sum(digits, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2) % 11;
        long region = CheckDigits.value(digits, 0, 2);
        return region >= 11
                && region <= 82
                && BirthDates.fullYearFirst(digits, 6)
                && "10X98765432".charAt(check) == number.charAt(17);
    }

    private static boolean taiwanese(String number) {
        int letter = 10 + TAIWANESE.indexOf(number.charAt(0));
        String digits = number.substring(1);
        return "1289".indexOf(digits.charAt(0)) >= 0
                && (letter / 10 + 9 * (letter % 10) + sum(digits, 8, 7, 6, 5, 4, 3, 2, 1, 1)) % 10 == 0;
    }

    private static boolean hongKong(String number) {
        String padded = number.length() == 8 ? " " + number : number;
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            char c = padded.charAt(i);
            sum += (9 - i) * (c == ' ' ? 36 : Character.digit(c, 36));
        }
        return sum % 11 == 0;
    }

    private static boolean japanese(String number) {
        int remainder = sum(number, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return (remainder <= 1 ? 0 : 11 - remainder) == digit(number, 11);
    }

    private static boolean korean(String number) {
        return BirthDates.yearFirst(number, 0) && "12345678".indexOf(number.charAt(6)) >= 0;
    }

    private static boolean koreanChecked(String number) {
        int sum = sum(number, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5);
        return korean(number) && (11 - sum % 11) % 10 == digit(number, 12);
    }

    private static boolean singaporean(String number) {
        int sum = sum(number.substring(1), 2, 7, 6, 5, 4, 3, 2);
        char last = number.charAt(8);
        return switch (number.charAt(0)) {
            case 'S' -> "JZIHGFEDCBA".charAt(sum % 11) == last;
            case 'T' -> "JZIHGFEDCBA".charAt((sum + 4) % 11) == last;
            case 'F' -> "XWUTRQPNMLK".charAt(sum % 11) == last;
            case 'G' -> "XWUTRQPNMLK".charAt((sum + 4) % 11) == last;
            case 'M' -> "XWUTRQPNJLK".charAt((sum + 3) % 11) == last;
            default -> false;
        };
    }

    private static boolean iranian(String number) {
        int remainder = sum(number, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return !CheckDigits.allEqual(number) && (remainder < 2 ? remainder : 11 - remainder) == digit(number, 9);
    }
}
