package org.florilegium.filter.redact;

import java.util.function.Predicate;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;

/** Ways in which registers secure their numbers, over strings of digits and upper-case letters. */
final class CheckDigits {
    private CheckDigits() {}

    static boolean luhn(String number) {
        return LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number);
    }

    static boolean verhoeff(String number) {
        return VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(number);
    }

    static boolean ean13(String number) {
        return EAN13CheckDigit.EAN13_CHECK_DIGIT.isValid(number);
    }

    /** Whether the weighted sum of the leading digits, one for each weight, is divisible by {@code modulus}. */
    static Predicate<String> divisible(int modulus, int... weights) {
        return number -> sum(number, weights) % modulus == 0;
    }

    /** Sum of the leading digits, each times its weight. */
    static int sum(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * digit(number, i);
        }
        return sum;
    }

    /** ISO 7064 MOD 11,10 over all digits, the check digit included. */
    static boolean mod1110(String number) {
        int product = 10;
        for (int i = 0; i < number.length() - 1; i++) {
            int sum = (digit(number, i) + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + digit(number, number.length() - 1)) % 10 == 1;
    }

    /** The digit at {@code at}, counted from the front, or from the end where negative. */
    static int digit(String number, int at) {
        return number.charAt(at < 0 ? number.length() + at : at) - '0';
    }

    /** The number in the digits from {@code start} to {@code end}. */
    static long value(String number, int start, int end) {
        return Long.parseLong(number, start, end, 10);
    }

    static boolean allEqual(String number) {
        return number.chars().allMatch(c -> c == number.charAt(0));
    }
}
