package org.florilegium.filter.redact;

import java.util.List;
import java.util.Locale;
import org.apache.commons.validator.routines.IBANValidator;
import org.apache.commons.validator.routines.IBANValidator.Validator;
import org.jspecify.annotations.Nullable;

/** Finds international bank account numbers (ISO 13616), written together or in groups: country, length and modulo 97 decide. */
final class IbanFinder implements Finder {
    private static final String SEPARATORS = " -.\u00A0\u202F";

    private final IBANValidator validator = IBANValidator.getInstance();

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        String text = marked.text();
        Places numbers = marked.numbers();
        for (int i = 0; i < numbers.size(); i++) {
            int start = numbers.get(i) - 2;
            if (start >= 0 && isLetter(text.charAt(start)) && isLetter(text.charAt(start + 1))) {
                int end = end(marked, start);
                if (end > 0) {
                    spans.add(new PersonalSpan(PersonalKind.IBAN, start, end));
                }
            }
        }
    }

    /** Where the number that begins at {@code start} ends, or -1 where there is none. */
    private int end(MarkedText marked, int start) {
        String text = marked.text();
        Validator country = country(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
        if (country == null) {
            return -1;
        }
        StringBuilder compact = new StringBuilder(country.getIbanLength());
        int i = start;
        while (i < text.length() && compact.length() < country.getIbanLength()) {
            char c = text.charAt(i);
            if (isLetter(c) || (c >= '0' && c <= '9')) {
                compact.append(c);
            } else if (SEPARATORS.indexOf(c) < 0 || SEPARATORS.indexOf(text.charAt(i - 1)) >= 0) {
                return -1;
            }
            i++;
        }
        boolean whole = compact.length() == country.getIbanLength() && marked.standsAlone(start, i);
        return whole && validator.isValid(compact.toString().toUpperCase(Locale.ROOT)) ? i : -1;
    }

    private @Nullable Validator country(String code) {
        return validator.getValidator(code);
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
