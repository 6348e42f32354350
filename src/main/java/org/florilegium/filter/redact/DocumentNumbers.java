package org.florilegium.filter.redact;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of passports, identity cards and driving licences: no checksum, so only directly behind the name of the document. */
final class DocumentNumbers {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 18;
    private static final int FEWEST_DIGITS = 5;
    private static final int CONTEXT_LENGTH = 48;
    private static final Pattern NAMED = Pattern.compile(
            "(?<!\\p{L})(?:passports?|passeport|reisepass|pasaporte|passaporto|passaporte|paszportu?|paspoort|pass|pasaport|"
                    + "driver(?:'s|’s|s)? licen[cs]e|driving licen[cs]e|drivers? permit|führerschein|permis de conduire|"
                    + "(?:permiso|carnet|licencia) de conducir|patente(?: di guida)?|carta de condução|cnh|rijbewijs|prawo jazdy|"
                    + "prawa jazdy|körkort|ajokortti|kørekort|førerkort|identity card|id card|personalausweis|ausweis|"
                    + "carte d[’']identité|carta d[’']identità|cédula|dowodu osobistego|dowód osobisty|"
                    + "паспорта?|водительск\\p{L}+|посвідчення|διαβατ\\p{L}+|جواز(?: سفر| السفر)?|דרכון|護照|护照|旅券|パスポート|여권|"
                    + "運転免許|운전면허|驾驶证)(?:(?:[ -]?(?:id|code))?[ .:#-]{1,3}?(?:number|numbers|num|no|nr|nummer|nummern|"
                    + "numéro|número|numero|n°|nº|№|номер|series|серия|رقم|番号|号码|번호))?"
                    + "(?:\\s?(?:is|are|was|ist|est|es|è|é|:|#|=|№|no\\.?|-)){0,2}\\s{0,2}\\z",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private DocumentNumbers() {}

    /** The number that the word at {@code start} is, or null where it is none. */
    static @Nullable PersonalSpan spanFrom(MarkedText marked, int start) {
        String text = marked.text();
        int end = start;
        int digits = 0;
        while (end < text.length() && end - start <= LONGEST && Character.isLetterOrDigit(text.charAt(end))) {
            digits += Character.isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        boolean fits = digits >= FEWEST_DIGITS && end - start >= SHORTEST && end - start <= LONGEST;
        return fits
                        && marked.standsAlone(start, end)
                        && NAMED.matcher(marked.before(start, CONTEXT_LENGTH)).find()
                ? new PersonalSpan(PersonalKind.NATIONAL_ID, start, end)
                : null;
    }
}
