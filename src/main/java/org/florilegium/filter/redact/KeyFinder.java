package org.florilegium.filter.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds keys and tokens: by the prefix that their issuer gives them, as JSON Web Tokens, as blocks of private keys in PEM, as
 * the credentials in front of a host, and as long random words behind a word such as {@code api_key =}.
 *
 * <p>A digest, a UUID or a revision looks as random as a token; without the word in front they stay.
 */
final class KeyFinder implements Finder {
    private static final int CONTEXT_LENGTH = 48;
    private static final int LONGEST = 4096;
    private static final int LONGEST_BLOCK = 20_000;
    private static final int LONGEST_CREDENTIALS = 128;
    private static final String BLOCK_BEGIN = "-----BEGIN ";
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----[^-]{0,16000}(?:-----END [A-Z0-9 ]{0,40}-----)?");
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]{8,}");
    private static final Pattern NAMED = Pattern.compile(
            "(?:api|access|secret|private|encryption|signing|auth|account|client|consumer|shared|master|license)[_ -]?(?:key|token|secret)"
                    + "(?:[_ -]?id)?|(?<![\\p{L}])(?:secret|tokens?|bearer|passw(?:or)?d|pwd|passphrase|authorization|credentials?|"
                    + "passwort|kennwort|mot de passe|contraseña|clave|senha|parola|hasło|wachtwoord|lösenord|şifre|"
                    + "пароль|токен|ключ|κωδικός|سر|पासवर्ड)|密码|密碼|密钥|令牌|パスワード|トークン|비밀번호|토큰",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** What stands between the word and the token: an assignment, or nothing but a space after {@code Bearer}. */
    private static final Pattern ASSIGNED = Pattern.compile(
            "[\"'`\\])]{0,2}\\s{0,3}(?::=|=>|[:=：]|is|ist|est|es|è|é)\\s{0,3}[\"'`<]{0,2}(?:(?i:bearer|basic) )?"
                    + "|\\s(?:bearer|basic)?\\s?");

    @Override
    public void find(MarkedText marked, List<PersonalSpan> spans) {
        String text = marked.text();
        findBlocks(text, spans);
        findCredentials(text, spans);
        Places words = marked.longWords();
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            int start = words.get(i);
            if (start >= from) {
                PersonalSpan span = spanFrom(marked, start);
                if (span != null) {
                    spans.add(span);
                    from = span.end();
                }
            }
        }
    }

    private static void findBlocks(String text, List<PersonalSpan> spans) {
        int from = 0;
        for (int at = text.indexOf(BLOCK_BEGIN); at >= 0; at = text.indexOf(BLOCK_BEGIN, from)) {
            Matcher block = BLOCK.matcher(text).region(at, Math.min(text.length(), at + LONGEST_BLOCK));
            from = at + 1;
            if (block.lookingAt()) {
                spans.add(new PersonalSpan(PersonalKind.KEY, at, block.end()));
                from = block.end();
            }
        }
    }

    /** Masks {@code user:password} in {@code scheme://user:password@host}. */
    private static void findCredentials(String text, List<PersonalSpan> spans) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int colon = -1;
            int i = at - 1;
            while (i > 2 && at - i <= LONGEST_CREDENTIALS && text.charAt(i) > ' ' && text.charAt(i) != '/') {
                colon = text.charAt(i) == ':' ? i : colon;
                i--;
            }
            boolean scheme = i > 2 && text.charAt(i) == '/' && text.charAt(i - 1) == '/' && text.charAt(i - 2) == ':';
            if (scheme && colon > i + 1 && colon < at - 1) {
                spans.add(new PersonalSpan(PersonalKind.KEY, i + 1, at));
            }
        }
    }

    private static @Nullable PersonalSpan spanFrom(MarkedText marked, int word) {
        String text = marked.text();
        if (text.startsWith("eyJ", word)) {
            Matcher token = JWT.matcher(text).region(word, Math.min(text.length(), word + LONGEST));
            if (token.lookingAt()) {
                return new PersonalSpan(PersonalKind.KEY, word, token.end());
            }
        }
        PersonalSpan known = TokenForms.spanFrom(text, word);
        if (known != null) {
            return known;
        }
        int end = RandomWord.end(text, word);
        int start = RandomWord.start(text, word);
        boolean random = end - start <= LONGEST && RandomWord.isRandom(text, start, end);
        return random && isNamed(marked, start) ? new PersonalSpan(PersonalKind.KEY, start, end) : null;
    }

    private static boolean isNamed(MarkedText marked, int start) {
        String before = marked.before(start, CONTEXT_LENGTH);
        Matcher named = NAMED.matcher(before);
        int end = -1;
        while (named.find()) {
            end = named.end();
        }
        return end >= 0 && ASSIGNED.matcher(before.substring(end)).matches();
    }
}
