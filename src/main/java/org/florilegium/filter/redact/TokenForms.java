package org.florilegium.filter.redact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tokens that their issuers mark with a prefix so that they can be found when they leak. */
final class TokenForms {
    private static final int LONGEST = 256;

    /** A prefix, and the whole token with it. */
    private record Form(String prefix, Pattern pattern) {}

    private static final List<List<Form>> BY_FIRST = byFirst(
            form("AKIA", "[A-Z0-9]{16}"), // Amazon Web Services
            form("ASIA", "[A-Z0-9]{16}"),
            form("AIza", "[\\w-]{35}"), // Google
            form("GOCSPX-", "[\\w-]{28}"),
            form("ghp_", "[A-Za-z0-9]{36,}"), // GitHub
            form("gho_", "[A-Za-z0-9]{36,}"),
            form("ghu_", "[A-Za-z0-9]{36,}"),
            form("ghs_", "[A-Za-z0-9]{36,}"),
            form("ghr_", "[A-Za-z0-9]{36,}"),
            form("github_pat_", "\\w{60,}"),
            form("glpat-", "[\\w-]{20,}"), // GitLab
            form("xoxb-", "[0-9A-Za-z-]{20,}"), // Slack
            form("xoxp-", "[0-9A-Za-z-]{20,}"),
            form("xoxa-", "[0-9A-Za-z-]{20,}"),
            form("xoxr-", "[0-9A-Za-z-]{20,}"),
            form("xoxs-", "[0-9A-Za-z-]{20,}"),
            form("xapp-", "[0-9A-Za-z-]{20,}"),
            form("sk_live_", "[0-9A-Za-z]{16,}"), // Stripe
            form("sk_test_", "[0-9A-Za-z]{16,}"),
            form("rk_live_", "[0-9A-Za-z]{16,}"),
            form("rk_test_", "[0-9A-Za-z]{16,}"),
            form("whsec_", "[0-9A-Za-z]{24,}"),
            form("sk-ant-", "[\\w-]{24,}"), // Anthropic
            form("sk-proj-", "[\\w-]{24,}"), // OpenAI
            form("sk-", "(?=[A-Za-z]*[0-9])[A-Za-z0-9]{32,}"),
            form("hf_", "[A-Za-z]{34}"), // Hugging Face
            form("npm_", "[A-Za-z0-9]{36}"),
            form("pypi-AgE", "[\\w-]{40,}"),
            form("dop_v1_", "[a-f0-9]{64}"), // DigitalOcean
            form("dapi", "[a-f0-9]{32}"), // Databricks
            form("shpat_", "[a-fA-F0-9]{32}"), // Shopify
            form("shpss_", "[a-fA-F0-9]{32}"),
            form("lin_api_", "[A-Za-z0-9]{40}"), // Linear
            form("glsa_", "[A-Za-z0-9_]{40,}"), // Grafana
            form("sq0atp-", "[\\w-]{22}"), // Square
            form("sq0csp-", "[\\w-]{43}"),
            form("NRAK-", "[A-Z0-9]{27}"), // New Relic
            form("PMAK-", "[a-f0-9]{24}-[a-f0-9]{34}"), // Postman
            form("key-", "[a-f0-9]{32}"), // Mailgun
            form("AGE-SECRET-KEY-1", "[0-9A-Z]{58}"));

    /** Forms whose prefix ends in a full stop or colon, so that the long word begins behind it. */
    private static final Pattern BEHIND_MARK = Pattern.compile(
            "(?:(?<=SG\\.)[\\w-]{22}\\.[\\w-]{43}|(?<=ya29\\.)[\\w-]{40,}|(?<=hvs\\.)[\\w-]{24,}|(?<=[0-9]{8}:)AA[\\w-]{33})"
                    + "(?![\\w-])");

    private TokenForms() {}

    private static Form form(String prefix, String rest) {
        return new Form(prefix, Pattern.compile(Pattern.quote(prefix) + rest + "(?![\\w-])"));
    }

    private static List<List<Form>> byFirst(Form... forms) {
        return IntStream.range(0, 128)
                .mapToObj(first -> Stream.of(forms)
                        .filter(form -> form.prefix().charAt(0) == first)
                        .toList())
                .toList();
    }

    /** The token of a known form whose long word begins at {@code word}, or null where there is none. */
    static @Nullable PersonalSpan spanFrom(String text, int word) {
        int end = prefixedEnd(text, word);
        if (end > 0) {
            return new PersonalSpan(PersonalKind.KEY, word, end);
        }
        boolean marked = word > 2 && (text.charAt(word - 1) == '.' || text.charAt(word - 1) == ':');
        end = marked ? match(BEHIND_MARK, text, word) : -1;
        return end > 0 ? new PersonalSpan(PersonalKind.KEY, prefixStart(text, word - 1), end) : null;
    }

    private static int prefixedEnd(String text, int word) {
        char first = text.charAt(word);
        List<Form> forms = first < BY_FIRST.size() ? BY_FIRST.get(first) : List.of();
        for (Form form : forms) {
            int end = text.startsWith(form.prefix(), word) ? match(form.pattern(), text, word) : -1;
            if (end > 0) {
                return end;
            }
        }
        return -1;
    }

    private static int match(Pattern pattern, String text, int word) {
        Matcher matcher = pattern.matcher(text)
                .region(word, Math.min(text.length(), word + LONGEST))
                .useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() : -1;
    }

    private static int prefixStart(String text, int mark) {
        int start = mark;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
