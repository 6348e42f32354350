package org.florilegium.filter.redact;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.CreditCardValidator;
import org.apache.commons.validator.routines.CreditCardValidator.CreditCardRange;

/**
 * Finds numbers of payment cards: the Luhn digit and an issuer's range decide, and how the number is grouped.
 *
 * <p>One in ten numbers has a right Luhn digit. So a number that is not grouped as on a card, and has no word such as
 * {@code card} in front, counts only with the 15 or 16 digits of the issuers that nearly all cards come from.
 */
final class CardFinder implements Finder {
    private static final int FEWEST_DIGITS = 12;
    private static final int MOST_DIGITS = 19;
    private static final int CONTEXT_LENGTH = 40;
    private static final Set<String> GROUPS = Set.of("4-4-4-4", "4-6-5", "4-6-4", "4-4-4-4-3");
    private static final Pattern CARD_WORD = Pattern.compile(
            "(?<!\\p{L})(?:(?:credit|debit|bank|payment|gift)?-?cards?|cc|cvv|visa|mastercard|master card|maestro|amex|"
                    + "american express|discover|diners|jcb|union ?pay|kredit\\w*|kreditkarte\\p{L}*|karten?(?:nummer|nr)|"
                    + "carte|tarjeta|cartão|carta di credito|creditcard|kortnummer|kortti\\w*|karty|karta|kart\\p{L}*|"
                    + "карт[аыуе]|κάρτα\\p{L}*|بطاقة|כרטיס|कार्ड)(?!\\p{L})|信用卡|银行卡|卡号|カード|카드",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** What an address of the web, a variable or an order number has in front. */
    private static final String NO_CARD_BEFORE = "/=#_&%?@$€£¥+";

    private static final CreditCardValidator COMMON = new CreditCardValidator(CreditCardValidator.AMEX
            | CreditCardValidator.VISA
            | CreditCardValidator.MASTERCARD
            | CreditCardValidator.DISCOVER);
    private static final CreditCardValidator ANY = new CreditCardValidator(new CreditCardRange[] {
        new CreditCardRange("30", "30", 14, 19), // Diners Club
        new CreditCardRange("34", "34", 15, 15), // American Express
        new CreditCardRange("35", "35", 16, 19), // JCB
        new CreditCardRange("36", "36", 14, 19), // Diners Club
        new CreditCardRange("37", "37", 15, 15), // American Express
        new CreditCardRange("38", "39", 14, 19), // Diners Club
        new CreditCardRange("4", "4", 13, 19), // Visa
        new CreditCardRange("50", "50", 12, 19), // Maestro
        new CreditCardRange("51", "55", 16, 16), // Mastercard
        new CreditCardRange("56", "59", 12, 19), // Maestro
        new CreditCardRange("6", "6", 12, 19), // Discover, UnionPay, Maestro, RuPay
        new CreditCardRange("2200", "2204", 16, 19), // Mir
        new CreditCardRange("2221", "2720", 16, 16), // Mastercard
        new CreditCardRange("8", "8", 16, 19) // RuPay
    });

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        Places numbers = marked.numbers();
        int from = 0;
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) >= from) {
                from = findAt(marked, numbers.get(i), spans);
            }
        }
    }

    /** Looks at the grouped number that begins at {@code start}, and says where to go on. */
    private static int findAt(MarkedText marked, int start, List<PersonalSpan> spans) {
        String text = marked.text();
        StringBuilder digits = new StringBuilder(MOST_DIGITS);
        StringBuilder groups = new StringBuilder(16);
        int i = start;
        int group = 0;
        char separator = 0;
        while (i < text.length() && digits.length() <= MOST_DIGITS) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                group++;
            } else if (isSeparator(c) && (separator == 0 || separator == c) && isDigit(text, i + 1) && group >= 4) {
                separator = c;
                groups.append(group).append('-');
                group = 0;
            } else {
                break;
            }
            i++;
        }
        groups.append(group);
        if (isCard(marked, start, i, digits.toString(), groups.toString())) {
            spans.add(new PersonalSpan(PersonalKind.CARD, start, i));
            return i;
        }
        return start + 1;
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || c == '\u00A0';
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isCard(MarkedText marked, int start, int end, String digits, String groups) {
        if (digits.length() < FEWEST_DIGITS
                || digits.length() > MOST_DIGITS
                || !marked.standsAlone(start, end)
                || !ANY.isValid(digits)) {
            return false;
        }
        boolean grouped = GROUPS.contains(groups);
        boolean together = groups.indexOf('-') < 0;
        boolean unmarked = start == 0 || NO_CARD_BEFORE.indexOf(marked.text().charAt(start - 1)) < 0;
        boolean common = digits.length() <= 16 && COMMON.isValid(digits) && digits.length() >= 15;
        return (common && unmarked && (grouped || together))
                || CARD_WORD.matcher(marked.before(start, CONTEXT_LENGTH)).find();
    }
}
