package org.florilegium.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a source and the signals found with a document say of its use; {@link Origin#consent()} is its {@link #text()}.
 *
 * <p>The text has parts between {@code "; "}: the word that the source declares, then what signals were understood to
 * say as words ({@code noai}, {@code noimageai}, {@code noindex}, {@code robots_ai_disallowed}, {@code robots_disallowed},
 * {@code tdm_reserved}, {@code train_ai_no}), then each signal as it stood, {@code name: value}, with a semicolon of its own
 * written as a comma. For example {@code granted; noai; x-robots-tag: noai, nofollow}. Of a robots.txt these are the lines
 * that decide on the page: {@code robots.txt: User-agent: GPTBot, Disallow: /}.
 *
 * @param declared the source's word, empty where it declares none
 * @param meanings what the signals say, sorted
 * @param signals signals as they stood, in the order they were found
 */
public record Consent(String declared, Set<String> meanings, List<String> signals) {
    /** Nothing said. */
    public static final Consent NONE = new Consent("", Set.of(), List.of());

    /** Words by which a source may declare that its texts are not to be used. */
    private static final Set<String> REFUSALS = Set.of(
            "withdrawn",
            "revoked",
            "refused",
            "denied",
            "no",
            "none",
            "opt-out",
            "opt_out",
            "train-ai=n",
            "tdm-reservation=1");

    private static final Set<String> MEANINGS = Set.of(
            "noai", "noimageai", "noindex", "robots_ai_disallowed", "robots_disallowed", "tdm_reserved", "train_ai_no");
    private static final Set<String> NO_TRAINING = Set.of("train-ai=n", "train-genai=n", "ai=n");
    private static final Set<String> DIRECTIVES = Set.of("noai", "noimageai", "noindex");

    public Consent {
        meanings = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(meanings));
        signals = List.copyOf(signals);
    }

    /** Reads a text, also one in which signals stand without their meanings. */
    public static Consent of(String text) {
        Consent consent = NONE;
        for (String part : text.split(";", -1)) {
            String plain = part.strip();
            String word = plain.toLowerCase(Locale.ROOT);
            int colon = plain.indexOf(':');
            if (colon > 0) {
                consent = consent.with(plain.substring(0, colon), plain.substring(colon + 1));
            } else if (MEANINGS.contains(word)) {
                consent = new Consent(consent.declared, plus(consent.meanings, Set.of(word)), consent.signals);
            } else if (!plain.isEmpty()) {
                consent = new Consent(plain, consent.meanings, consent.signals);
            }
        }
        return consent;
    }

    /** This consent and one more signal, for example {@code x-robots-tag} with {@code noai}. */
    public Consent with(String name, String value) {
        String plain = value.replaceAll("[\\p{Cntrl};]+", ",").strip();
        String signal = name.strip().toLowerCase(Locale.ROOT) + ": " + plain;
        if (signals.contains(signal)) {
            return this;
        }
        List<String> longer = new ArrayList<>(signals);
        longer.add(signal);
        return new Consent(declared, meanings, longer).meaning(name.strip().toLowerCase(Locale.ROOT), plain);
    }

    private Consent meaning(String name, String value) {
        Set<String> found = name.equals("robots.txt") ? ofRobots(value) : new TreeSet<>();
        for (String part : value.toLowerCase(Locale.ROOT).split(",", -1)) {
            // a directive may be for one crawler only, as in "somebot: noai"; a refusal to one counts
            String word = part.substring(part.lastIndexOf(':') + 1).replace(" ", "");
            if (name.equals("x-robots-tag") || name.equals("meta robots")) {
                found.addAll(
                        DIRECTIVES.contains(word) ? Set.of(word) : word.equals("none") ? Set.of("noindex") : Set.of());
            } else if (name.endsWith("tdm-reservation") && word.equals("1")) {
                found.add("tdm_reserved");
            } else if (name.equals("content-usage") && NO_TRAINING.contains(word)) {
                found.add("train_ai_no");
            }
        }
        return new Consent(declared, plus(meanings, found), signals);
    }

    /** What the lines of a robots.txt that decide on a page say: groups first, then what applies to them. */
    private static Set<String> ofRobots(String lines) {
        Set<String> found = new TreeSet<>();
        boolean everyone = false;
        boolean usage = false;
        for (String part : lines.toLowerCase(Locale.ROOT).split(",", -1)) {
            String line = part.replaceAll("\\s+", "");
            everyone |= line.equals("user-agent:*");
            usage |= line.startsWith("content-usage:");
            if (line.startsWith("disallow:")) {
                found.add(everyone ? "robots_disallowed" : "robots_ai_disallowed");
            } else if (usage && NO_TRAINING.stream().anyMatch(line::endsWith)) {
                found.add("train_ai_no");
            }
        }
        return found;
    }

    private static Set<String> plus(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    /** As it stands in a row. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (!declared.isEmpty()) {
            parts.add(declared);
        }
        parts.addAll(meanings);
        parts.addAll(signals);
        return String.join("; ", parts);
    }

    /** Whether the source itself declares that its texts are not to be used. */
    public boolean isWithdrawn() {
        return REFUSALS.contains(declared.toLowerCase(Locale.ROOT));
    }

    /** Whether a signal refuses use for training: {@code noai} or {@code Content-Usage: train-ai=n}. */
    public boolean refusesTraining() {
        return meanings.contains("noai") || meanings.contains("train_ai_no");
    }

    /** Whether text and data mining is reserved. */
    public boolean reservesMining() {
        return meanings.contains("tdm_reserved");
    }

    /** Whether the robots.txt of the page's host keeps every robot off the page that it does not name. */
    public boolean disallowsRobots() {
        return meanings.contains("robots_disallowed");
    }

    /** Whether the robots.txt of the page's host keeps a crawler off the page that gathers text for models. */
    public boolean disallowsAiCrawlers() {
        return meanings.contains("robots_ai_disallowed");
    }

    /** Whether a robots directive keeps the page out of indexes. */
    public boolean refusesIndexing() {
        return meanings.contains("noindex");
    }
}
