package org.florilegium.tag;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a passage stands to what it speaks of, by surface rules for English; other languages are {@code unclear}.
 *
 * <p>The first rule that fires decides: <em>testifies</em> (a first person with a verb of witness), <em>counters</em> (words
 * of rejection or refutation), <em>enables</em> (instructions to the reader), <em>depicts</em> (a reporting verb, or a
 * quotation of four words or more), <em>educates</em> (definitions, studies, history), <em>endorses</em> (wishes and
 * prescriptions). The rules are a lead for a reader, not a finding: no figures have been taken on them.
 */
final class Stance {
    static final String UNCLEAR = "unclear";

    private static final Map<String, Pattern> RULES = rules();

    private Stance() {}

    static String of(String text, String language) {
        if (!ClassifierSpec.names(java.util.List.of("en"), language)) {
            return UNCLEAR;
        }
        for (Map.Entry<String, Pattern> rule : RULES.entrySet()) {
            if (rule.getValue().matcher(text).find()) {
                return rule.getKey();
            }
        }
        return UNCLEAR;
    }

    private static Map<String, Pattern> rules() {
        Map<String, Pattern> rules = new LinkedHashMap<>();
        rules.put(
                "testifies",
                words("(?:I|we) (?:saw|survived|witnessed|remember|was (?:beaten|taken|hurt|told|there)|were"
                        + " (?:beaten|taken|hurt|told|there))|happened to (?:me|us)|did to (?:me|us)"));
        rules.put(
                "counters",
                words(
                        "condemn(?:s|ed)?|denounce[sd]?|refute[sd]?|debunk(?:s|ed)?|unacceptable|stand(?:s|ing)? (?:up )?against"
                                + "|(?:we|I) reject|the myth that|there is no excuse"));
        rules.put(
                "enables",
                words("step (?:1|one)|you will need|here is how|here's how|follow these steps|instructions for"));
        rules.put(
                "depicts",
                Pattern.compile(
                        "\\b(?:said|says|told|reported|claimed|testified|wrote|announced|replied|cried|according to)\\b"
                                + "|[\"\u201C](?:[^\\s\"\u201C\u201D]+\\s+){3,60}[^\\s\"\u201C\u201D]+[\"\u201D]"));
        rules.put(
                "educates",
                words(
                        "is defined as|refers to|the history of|stud(?:y|ies) (?:show|shows|found|suggest|suggests)|researchers"
                                + "|for example|this (?:chapter|article|lesson) (?:explains|describes|shows)"));
        rules.put(
                "endorses",
                words(
                        "(?:they|you|these people) (?:all )?(?:deserve|should (?:all )?(?:be|die|go|get))|I hope (?:they|you)"
                                + "|we must (?:get rid|drive|stop)|(?:is|are) a good thing"));
        return rules;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
