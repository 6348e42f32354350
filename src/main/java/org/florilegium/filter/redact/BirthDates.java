package org.florilegium.filter.redact;

/** Dates of birth inside numbers; registers add to day or month to tell centuries, sexes and foreigners apart. */
final class BirthDates {
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private BirthDates() {}

    /** Whether six digits at {@code at} are year, month and day; months from 21 on and days from 41 on are taken as raised. */
    static boolean yearFirst(String number, int at) {
        return isDate(pair(number, at + 4), pair(number, at + 2));
    }

    /** Whether six digits at {@code at} are day, month and year. */
    static boolean dayFirst(String number, int at) {
        return isDate(pair(number, at), pair(number, at + 2));
    }

    /** Whether eight digits at {@code at} are a year from 1850 to 2099, month and day. */
    static boolean fullYearFirst(String number, int at) {
        int century = pair(number, at);
        boolean plausible = century == 19 || century == 20 || (century == 18 && pair(number, at + 2) >= 50);
        return plausible && yearFirst(number, at + 2);
    }

    private static int pair(String number, int at) {
        return 10 * CheckDigits.digit(number, at) + CheckDigits.digit(number, at + 1);
    }

    private static boolean isDate(int writtenDay, int writtenMonth) {
        int month = writtenMonth > 20
                ? (writtenMonth - 50 >= 1 && writtenMonth - 50 <= 12 ? writtenMonth - 50 : writtenMonth % 20)
                : writtenMonth;
        int day = writtenDay > 60 ? writtenDay - 60 : writtenDay > 40 ? writtenDay - 40 : writtenDay;
        return month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1];
    }
}
