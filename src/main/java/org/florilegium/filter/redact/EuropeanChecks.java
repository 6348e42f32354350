package org.florilegium.filter.redact;

import static org.florilegium.filter.redact.CheckDigits.digit;
import static org.florilegium.filter.redact.CheckDigits.value;

/** Checks of European numbers that take more than a weighted sum. */
final class EuropeanChecks {
    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String IRISH_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final int[] PENSION_WEIGHTS = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    /** What characters 0 to 9, or A to J, count at odd places, then K to Z. */
    private static final int[] ITALIAN_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private EuropeanChecks() {}

    /** ISO 7064 MOD 11,10, and among the first ten digits exactly one that occurs twice or three times. */
    static boolean germanTax(String number) {
        int[] counts = new int[10];
        for (int i = 0; i < 10; i++) {
            counts[digit(number, i)]++;
        }
        int repeated = 0;
        for (int count : counts) {
            if (count > 3) {
                return false;
            }
            repeated += count > 1 ? 1 : 0;
        }
        return digit(number, 0) != 0 && repeated == 1 && CheckDigits.mod1110(number);
    }

    static boolean germanPension(String number) {
        int letter = number.charAt(8) - 'A' + 1;
        String digits = number.substring(0, 8) + letter / 10 + letter % 10 + number.substring(9);
        int sum = 0;
        for (int i = 0; i < PENSION_WEIGHTS.length; i++) {
            int product = PENSION_WEIGHTS[i] * digit(digits, i);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == digit(digits, 12);
    }

    /** Sex, year, month, place and order, then 97 less the remainder; Corsica has letters for the place. */
    static boolean french(String number) {
        if (number.length() != 15 || "123478".indexOf(number.charAt(0)) < 0) {
            return false;
        }
        String digits = number.substring(0, 5)
                + number.substring(5, 7).replace("2A", "19").replace("2B", "18")
                + number.substring(7);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        long month = value(digits, 3, 5);
        boolean plausible = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
        return plausible && 97 - value(digits, 0, 13) % 97 == value(digits, 13, 15);
    }

    static boolean spanish(String number) {
        char first = number.charAt(0);
        if (first > '9' && (first < 'X' || first > 'Z')) {
            return false;
        }
        String digits = first > '9' ? (first - 'X') + number.substring(1, 8) : number.substring(0, 8);
        return SPANISH_LETTERS.charAt((int) (value(digits, 0, 8) % 23)) == number.charAt(8);
    }

    static boolean italian(String number) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = number.charAt(i);
            int place = c <= '9' ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? ITALIAN_ODD[place] : place;
        }
        return "ABCDEHLMPRST".indexOf(number.charAt(8)) >= 0 && 'A' + sum % 26 == number.charAt(15);
    }

    /** Those born from 2000 on have a 2 in front of what is divided. */
    static boolean belgian(String number) {
        long body = value(number, 0, 9);
        long check = value(number, 9, 11);
        long month = value(number, 2, 4) % 20;
        return month <= 12 && (97 - body % 97 == check || 97 - (2_000_000_000L + body) % 97 == check);
    }

    static boolean irish(String number) {
        int sum = CheckDigits.sum(number, 8, 7, 6, 5, 4, 3, 2);
        if (number.length() == 9) {
            sum += 9 * Math.max(0, IRISH_LETTERS.indexOf(number.charAt(8)));
        }
        return IRISH_LETTERS.charAt(sum % 23) == number.charAt(7);
    }

    static boolean turkish(String number) {
        int tenth = Math.floorMod(CheckDigits.sum(number, 7, -1, 7, -1, 7, -1, 7, -1, 7), 10);
        int eleventh = CheckDigits.sum(number, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) % 10;
        return digit(number, 0) != 0 && tenth == digit(number, 9) && eleventh == digit(number, 10);
    }
}
