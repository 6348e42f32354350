package org.florilegium.tag;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a passage stands to what it speaks of, by surface signs in twenty languages; other languages are {@code unclear}.
 *
 * <p>Signs of each stance are counted ({@link StanceSigns}); those of endorsing and enabling only outside quotation marks, and a
 * quotation is a sign of depicting. The stance with most signs holds. Of equals, testifying and countering hold before endorsing
 * and enabling, and those before depicting and educating: words of hate are not excused by one "he said". The figures on templates and judged passages are in
 * {@code docs/fairness.md}: it is a lead for a reader and a shield for testimony, not a finding.
 */
final class Stance {
    static final String UNCLEAR = "unclear";

    /** In the order that decides between equals. */
    static final List<String> NAMES = List.of("testifies", "counters", "depicts", "educates", "enables", "endorses");

    private static final int DEPICTS = 2;
    private static final int ENABLES = 4;
    private static final int ENDORSES = 5;
    private static final int MOST = 8192;
    private static final Pattern QUOTED = Pattern.compile(
            "\"[^\"]{1,600}\"|\u201C[^\u201C\u201D]{1,600}\u201D|\u201E[^\u201E\u201C\u201D]{1,600}[\u201C\u201D]"
                    + "|\u00AB[^\u00AB\u00BB]{1,600}\u00BB|\u300C[^\u300C\u300D]{1,600}\u300D|\u300E[^\u300E\u300F]{1,600}\u300F");

    private static final String MARKS = "\"\u201C\u201E\u00AB\u300C\u300E";

    private Stance() {}

    /** The stance of {@code text}; signs are looked for in its first 8,192 characters. */
    static String of(String text, String language) {
        int dash = language.indexOf('-');
        StanceSigns signs = StanceSigns.of(dash < 0 ? language : language.substring(0, dash));
        if (signs.isEmpty()) {
            return UNCLEAR;
        }
        String head = text.length() <= MOST ? text : text.substring(0, MOST);
        int[] counts = new int[NAMES.size()];
        signs.count(StanceSigns.plain(head), counts);
        Matcher quoted = QUOTED.matcher(head);
        if (hasMark(head) && quoted.find()) {
            int[] outside = new int[NAMES.size()];
            signs.count(StanceSigns.plain(quoted.replaceAll(" ")), outside);
            counts[ENABLES] = outside[ENABLES];
            counts[ENDORSES] = outside[ENDORSES];
            counts[DEPICTS] += longQuotation(head) ? 1 : 0;
        }
        return strongest(counts);
    }

    private static String strongest(int[] counts) {
        int best = 0;
        for (int i = 1; i < ENABLES; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        int harm = counts[ENDORSES] >= counts[ENABLES] ? ENDORSES : ENABLES;
        if (counts[harm] > counts[best] || counts[harm] > 0 && counts[harm] == counts[best] && best >= DEPICTS) {
            return NAMES.get(harm);
        }
        return counts[best] > 0 ? NAMES.get(best) : UNCLEAR;
    }

    private static boolean hasMark(String text) {
        for (int i = 0; i < MARKS.length(); i++) {
            if (text.indexOf(MARKS.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean longQuotation(String text) {
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            if (quoted.group().length() >= 12) {
                return true;
            }
        }
        return false;
    }
}
