package org.florilegium.filter.redact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Finds phone numbers that something besides their digits speaks for: a plus sign, a word such as {@code tel} beside them,
 * or the exact grouping of the country that the text's language suggests.
 *
 * <p>Years, dates, verses, prices, ISBNs and long numbers in groups of three are left alone.
 */
final class PhoneFinder implements Finder {
    /** The library warns once for every country without alternate formats; held here, or the level would be forgotten. */
    private static final Logger LIBRARY = Logger.getLogger("com.google.i18n.phonenumbers");

    static {
        LIBRARY.setLevel(Level.SEVERE);
    }

    private static final int LEAST_DIGITS = 6;
    private static final int LEAST_DIGITS_BY_FORMAT = 9;
    private static final int MOST_DIGITS = 15;
    private static final int BEFORE = 28;
    private static final int BEHIND = 12;

    private static final Pattern WORD_BEFORE = Pattern.compile(
            "(?:(?<!\\p{L})(?:tele?phones?|phones?|tel|teln|telef|tele?fono?|telefone?|telefoon|telefon\\w*|telefax|telefaks|téléphones?|"
                    + "tél|tlf|puh|mobiles?|mobil|móvil|celular|cellulare|cell|handy|whatsapp|sms|fax|faks|call|"
                    + "calling|dial|answering at|reach (?:me|us|you) (?:at|on)|simu|telepon|điện thoại|"
                    + "тел|телефон\\w*|факс|моб|τηλ|τηλέφωνο|φαξ|հեռ|טל|טלפון|هاتف|تلفن|تليفون|فون|फ़ोन|फोन|दूरभाष|ফোন|"
                    + "โทร|โทรศัพท์)|电话|電話|手机|传真|전화|팩스|☎|✆|📞|📱)[^\\p{L}\\p{Nd}]{0,6}"
                    + "(?:(?:no|nr|number|num|núm|num[eé]ro|nummer)[^\\p{L}\\p{Nd}]{1,3})?(?:(?:is|at|on|us at)\\s)?\\(?\\z",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WORD_BEHIND = Pattern.compile(
            "^[^\\p{L}\\p{Nd}\\n]{1,3}(?:office|fax|mobile|cell|phone|tel)(?!\\p{L})", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_PHONE_BEFORE = Pattern.compile(
            "(?:(?<!\\p{L})(?:isbn|issn|doi|arxiv|pmid|oclc|lccn|asin|iban|account|card|id|no\\. of)|[§$€£¥₹#№=@_/])"
                    + "[^\\p{L}\\p{Nd}+]{0,3}\\z",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE =
            Pattern.compile("(?:1\\d|20)\\d\\d[-./ ](?:0?\\d|1[0-2])[-./ ][0-3]?\\d(?:\\D.*)?"
                    + "|[0-3]?\\d[-./ ][0-3]?\\d[-./ ](?:1\\d|20)\\d\\d(?:\\D.*)?"
                    + "|(?:1\\d|20)\\d\\d\\D{1,3}(?:1\\d|20)\\d\\d");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:([ .\\u00A0\\u202F])\\d{3})(?:\\1\\d{3})*");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        String text = marked.text();
        String region = region(marked.language());
        Places numbers = marked.numbers();
        int from = 0;
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i) < from) {
                continue;
            }
            PhoneCandidate candidate = PhoneCandidate.at(text, PhoneCandidate.startOf(text, numbers.get(i)));
            if (isPhone(text, candidate, region)) {
                candidate = candidate.withExtension(text);
                spans.add(new PersonalSpan(PersonalKind.PHONE, candidate.start(), candidate.end()));
            }
            from = candidate.end();
        }
    }

    private static String region(String language) {
        return "und".equals(language)
                ? ""
                : ULocale.addLikelySubtags(ULocale.forLanguageTag(language)).getCountry();
    }

    private boolean isPhone(String text, PhoneCandidate candidate, String region) {
        if (candidate.digits() < LEAST_DIGITS || candidate.digits() > MOST_DIGITS || touchesWord(text, candidate)) {
            return false;
        }
        String written = candidate.in(text);
        String before = text.substring(Math.max(0, candidate.start() - BEFORE), candidate.start());
        if (NO_PHONE_BEFORE.matcher(before).find() || DATE.matcher(written).matches()) {
            return false;
        }
        if (written.startsWith("+")) {
            return isPossible(written);
        }
        int end = candidate.withExtension(text).end();
        String behind = text.substring(end, Math.min(text.length(), end + BEHIND));
        return WORD_BEFORE.matcher(lastLine(before)).find()
                || WORD_BEHIND.matcher(behind).find()
                || hasNationalFormat(candidate, written, region);
    }

    private static boolean touchesWord(String text, PhoneCandidate candidate) {
        if (candidate.start() > 0) {
            char before = text.charAt(candidate.start() - 1);
            boolean behindDigit = candidate.start() > 1 && Character.isDigit(text.charAt(candidate.start() - 2));
            if (Character.isLetterOrDigit(before) || before == '-' || (behindDigit && ".,:".indexOf(before) >= 0)) {
                return true;
            }
        }
        if (candidate.end() >= text.length() || candidate.withExtension(text).end() > candidate.end()) {
            return false;
        }
        char behind = text.charAt(candidate.end());
        return Character.isLetterOrDigit(behind) || "%€£$_=@".indexOf(behind) >= 0;
    }

    private static String lastLine(String before) {
        return before.substring(before.lastIndexOf('\n') + 1);
    }

    private boolean isPossible(String written) {
        try {
            return numbers.isPossibleNumber(numbers.parse(written, null));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private boolean hasNationalFormat(PhoneCandidate candidate, String written, String region) {
        boolean separated = written.codePoints().anyMatch(c -> !Character.isDigit(c));
        if (region.isEmpty()
                || !separated
                || candidate.digits() < LEAST_DIGITS_BY_FORMAT
                || THOUSANDS.matcher(written).matches()) {
            return false;
        }
        for (PhoneNumberMatch match :
                numbers.findNumbers(written, region.toUpperCase(Locale.ROOT), Leniency.STRICT_GROUPING, 1)) {
            return match.start() == 0 && match.end() == written.length();
        }
        return false;
    }
}
