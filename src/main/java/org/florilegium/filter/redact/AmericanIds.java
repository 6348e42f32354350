package org.florilegium.filter.redact;

import static org.florilegium.filter.redact.CheckDigits.digit;
import static org.florilegium.filter.redact.CheckDigits.sum;
import static org.florilegium.filter.redact.CheckDigits.value;

import java.util.List;

/** Numbers of persons in the Americas. */
final class AmericanIds {
    private static final String CURP = "0123456789ABCDEFGHIJKLMN\u00D1OPQRSTUVWXYZ";

    static final List<NationalId> ALL = List.of(
            NationalId.of(
                    "us_ssn",
                    "000-00-0000",
                    "000 00 0000|000000000",
                    "ssns?|social security|soc\\. ?sec|seguro social",
                    AmericanIds::ssn),
            NationalId.of("us_itin", "", "000~00~0000", "itin|individual taxpayer|taxpayer id\\w*", AmericanIds::itin),
            NationalId.of(
                    "ca_sin",
                    "",
                    "000~000~000",
                    "social insurance|assurance sociale|sin (?:no|num|#)|sin[:#]|nas[:#]",
                    number -> CheckDigits.luhn(number) && digit(number, 0) != 0 && digit(number, 0) != 8),
            NationalId.of("mx_curp", "AAAA000000AAAAAAX0", "", "curp", AmericanIds::curp),
            NationalId.of(
                    "br_cpf",
                    "000.000.000-00",
                    "00000000000|000 000 000 00|000000000-00",
                    "cpfs?|cadastro de pessoa",
                    AmericanIds::cpf),
            NationalId.of("ar_cuil", "00-00000000-0", "00000000000", "cuil|cuit|cdi", AmericanIds::cuil),
            NationalId.of(
                    "cl_rut",
                    "0.000.000-X|00.000.000-X",
                    "0000000-X|00000000-X",
                    "rut|run|r\\.u\\.t|rol único",
                    AmericanIds::rut),
            NationalId.of("ec_cedula", "", "0000000000|000000000-0", "cédula|cedula|c\\.i\\.", AmericanIds::ecuador),
            NationalId.of(
                    "uy_ci",
                    "0.000.000-0",
                    "00000000|0000000-0",
                    "cédula|cedula|c\\.i\\.",
                    CheckDigits.divisible(10, 2, 9, 8, 7, 6, 3, 4, 1)));

    private AmericanIds() {}

    private static boolean ssn(String number) {
        long area = value(number, 0, 3);
        return area != 0 && area != 666 && area < 900 && value(number, 3, 5) != 0 && value(number, 5, 9) != 0;
    }

    private static boolean itin(String number) {
        long group = value(number, 3, 5);
        return digit(number, 0) == 9 && group >= 50 && group != 66 && group != 89 && group != 93;
    }

    private static boolean curp(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CURP.indexOf(number.charAt(i)) * (18 - i);
        }
        return "HMX".indexOf(number.charAt(10)) >= 0
                && BirthDates.yearFirst(number, 4)
                && (10 - sum % 10) % 10 == digit(number, 17);
    }

    private static boolean cpf(String number) {
        int first = sum(number, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        int second = sum(number, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        return !CheckDigits.allEqual(number) && first == digit(number, 9) && second == digit(number, 10);
    }

    /** Prefixes of persons only; firms have 30, 33 and 34. */
    private static boolean cuil(String number) {
        long prefix = value(number, 0, 2);
        return (prefix == 20 || (prefix >= 23 && prefix <= 27))
                && sum(number, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    /** Numbers below 50 million are those of persons. */
    private static boolean rut(String number) {
        int last = number.length() - 1;
        int sum = 0;
        for (int i = last - 1, weight = 2; i >= 0; i--, weight = weight == 7 ? 2 : weight + 1) {
            sum += weight * digit(number, i);
        }
        return value(number, 0, last) < 50_000_000 && "0K987654321".charAt(sum % 11) == number.charAt(last);
    }

    private static boolean ecuador(String number) {
        long province = value(number, 0, 2);
        return ((province >= 1 && province <= 24) || province == 30)
                && digit(number, 2) < 6
                && CheckDigits.luhn(number);
    }
}
