package org.florilegium.filter.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds dates of birth as forms, records and first persons give them: behind {@code date of birth:}, {@code DOB}, {@code I was
 * born on}; a third person's only when written in figures.
 *
 * <p>That somebody "was born on 12 February 1809" is what an encyclopaedia says of a public figure, so it stays.
 */
final class BirthDateFinder implements Finder {
    private static final int CONTEXT_LENGTH = 40;
    private static final int LONGEST = 32;
    private static final int LONGEST_MONTH = 12;

    private static final String NAMED_MONTH =
            "(?:jan|feb|f[ée]v|fev|mar|m[äa]r|apr|abr|avr|ma[iygj]|mei|jun|jui|giu|jul|lug|aug|ago|ao[uû]|sep|set|oct|okt|out|ott|nov|"
                    + "dec|dez|dic|d[ée]c|gen|ene|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\\p{L}*\\.?";
    private static final String IN_FIGURES = "figures";
    private static final Pattern DATE = Pattern.compile(
            "(?<figures>\\d{1,2}([-./]|[-./] )\\d{1,2}\\2(?:1[89]|20)?\\d\\d(?!\\d)|(?:1[89]|20)\\d\\d([-./])\\d{1,2}\\3\\d{1,2}(?!\\d))"
                    + "|(?:1[89]|20)\\d\\d ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일]?"
                    + "|\\d{1,2}(?:st|nd|rd|th|\\.|er|º)?(?: of| de| di)? " + NAMED_MONTH
                    + ",?(?: de| del)? (?:1[89]|20)\\d\\d(?!\\d)"
                    + "|" + NAMED_MONTH + " \\d{1,2}(?:st|nd|rd|th)?,? (?:1[89]|20)\\d\\d(?!\\d)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A field's name, or a first person. */
    private static final Pattern LABEL = Pattern.compile(
            "(?:(?<!\\p{L})(?:date of birth|birth ?dates?|dob|d\\.o\\.b\\.?|birthday(?: is| was)?|i(?: was|'m|’m| am) born(?: on)?|"
                    + "date de naissance|je suis née? le|geburtsdatum|geb(?:urts)?tag|geb\\.(?: am)?|fecha de nacimiento|nací el|data di nascita|"
                    + "sono nat[oa] il|data de nascimento|nasci em|geboortedatum|ik ben geboren op|födelsedatum|fødselsdato|"
                    + "syntymäaika|data urodzenia|urodziłe?[ma]m? się|datum narození|dátum narodenia|születési (?:dátum|idő)|data nașterii|"
                    + "doğum tarihi|дата рождения|дата народження|дата на раждане|ημερομηνία γέννησης|تاريخ الميلاد|تاریخ تولد|תאריך לידה|"
                    + "जन्म ?तिथि|জন্ম ?তারিখ|tanggal lahir|tarikh lahir|ngày sinh|tarehe ya kuzaliwa)|วันเกิด|出生日期|出生年月日|生年月日|생년월일)"
                    + "(?: is| was| ist| est| es| è| é)?[\\s:：=|*#>\"'-]{0,8}\\z",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern BORN = Pattern.compile(
            "(?<!\\p{L})(?:born(?: on)?|née?(?: le)?|geboren am|nacid[oa] el|nat[oa] il|nascid[oa] em|geboren op)[\\s:]{1,3}\\z",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        Places numbers = marked.numbers();
        int from = 0;
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            if (number >= from && mayBeDate(marked.text(), number)) {
                int start = monthStart(marked.text(), number);
                int end = end(marked, start);
                if (end > 0) {
                    spans.add(new PersonalSpan(PersonalKind.BIRTH_DATE, start, end));
                    from = end;
                }
            }
        }
    }

    /** Whether what follows the first digits of a date can: two digits or four, then a separator and more. */
    private static boolean mayBeDate(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < 5 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - start;
        if ((digits > 2 && digits != 4) || end + 2 >= text.length()) {
            return false;
        }
        char c = text.charAt(end);
        return c == '-' || c == '.' || c == '/' || c == ' ' || c == ',' || Character.isLetter(c);
    }

    /** Where the month begins that stands in front of a day, or the day itself. */
    private static int monthStart(String text, int day) {
        if (day < 4 || text.charAt(day - 1) != ' ') {
            return day;
        }
        int start = day - 1;
        if (text.charAt(start - 1) == '.') {
            start--;
        }
        int end = start;
        while (start > 0 && end - start < LONGEST_MONTH && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return end - start >= 3 && Character.isUpperCase(text.charAt(start)) ? start : day;
    }

    private static int end(MarkedText marked, int start) {
        String text = marked.text();
        Matcher date = DATE.matcher(text).region(start, Math.min(text.length(), start + LONGEST));
        if (!date.lookingAt()) {
            return -1;
        }
        String before = marked.before(start, CONTEXT_LENGTH);
        boolean inFigures = date.group(IN_FIGURES) != null;
        boolean born = LABEL.matcher(before).find()
                || (inFigures && BORN.matcher(before).find());
        return born ? date.end() : -1;
    }
}
