package org.florilegium.filter;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.Collectors;

/**
 * A named list of rules, such as {@code gopher-quality@datatrove-0.10+whitespace}.
 *
 * <p>The name says whose rules they are, in which tool's version, and over which words, because each of the three
 * changes verdicts. The bare name before the {@code @} means the dialect of this release.
 *
 * <pre>{@code Recipe.named("gopher-quality").judge("Too short.").reason()  // gopher_short_doc}</pre>
 *
 * @param name full name of the dialect
 * @param dialect how words are split, and the values that measures look up
 * @param rules in the order in which they are judged, at least one
 * @param alsoMeasured measured without a bound
 * @param edit what the recipe changes in a text, if anything
 * @param languages the recipe with the figures of a language, by language and script, for example {@code de-Latn}
 * @param digest SHA-256 of the recipe with all that it takes from another, 64 hexadecimal digits
 */
public record Recipe(
        String name,
        Dialect dialect,
        List<Rule> rules,
        List<Measure> alsoMeasured,
        Optional<TextEdit> edit,
        Map<String, Recipe> languages,
        String digest) {
    private static final Map<RecipeText, Recipe> READ = new ConcurrentHashMap<>();

    public Recipe {
        rules = List.copyOf(rules);
        alsoMeasured = List.copyOf(alsoMeasured);
        languages = Map.copyOf(languages);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("recipe '" + name + "' must have at least one rule");
        }
    }

    /**
     * The recipe of that full or bare name.
     *
     * @throws IllegalArgumentException naming the known recipes when there is none
     */
    public static Recipe named(String name) {
        return of(RecipeText.named(name));
    }

    /**
     * The recipe that {@code text} holds.
     *
     * @throws IllegalArgumentException naming file, key and value of what is wrong
     */
    public static Recipe of(RecipeText text) {
        return READ.computeIfAbsent(text, RecipeReader::read);
    }

    /** The name without its dialect, for example {@code gopher-quality}. */
    public String bareName() {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    /**
     * The same recipe whose rules with one of {@code reasons} only flag.
     *
     * @throws IllegalArgumentException for a reason that no rule has
     */
    Recipe tagging(List<String> reasons) {
        Set<String> known = new TreeSet<>();
        rules.forEach(rule -> known.add(rule.reason()));
        languages.values().forEach(own -> own.rules.forEach(rule -> known.add(rule.reason())));
        for (String reason : reasons) {
            if (!known.contains(reason)) {
                throw new IllegalArgumentException(
                        "tag: recipe '" + name + "' has no rule '" + reason + "', must be one of " + known);
            }
        }
        return new Recipe(
                name,
                dialect,
                tagging(reasons, rules),
                alsoMeasured,
                edit,
                languages.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, own -> own.getValue().taggingKnown(reasons))),
                digest);
    }

    private Recipe taggingKnown(List<String> reasons) {
        return new Recipe(name, dialect, tagging(reasons, rules), alsoMeasured, edit, languages, digest);
    }

    private static List<Rule> tagging(List<String> reasons, List<Rule> rules) {
        return rules.stream()
                .map(rule -> reasons.contains(rule.reason()) ? rule.tagging() : rule)
                .toList();
    }

    /**
     * This recipe with the figures of a language, or itself where it has none for it: rules whose figure depends on the
     * language then only measure.
     *
     * @param language BCP-47 tag, in any case
     * @param script ISO 15924 code, or empty for the usual script of the language
     */
    public Recipe in(String language, String script) {
        return languages.isEmpty() ? this : languages.getOrDefault(RecipeLanguages.key(language, script), this);
    }

    /** Judges {@code text} as it is, without normalizing it. */
    public Verdict judge(String text) {
        return judge(new TextParts(text));
    }

    Verdict judge(TextParts parts) {
        Map<String, Double> measurements = new LinkedHashMap<>();
        Judgement judgement = judge(parts, measurements::put);
        return new Verdict(
                judgement.reason().isEmpty(),
                judgement.reason(),
                judgement.message(),
                judgement.failed(),
                measurements,
                judgement.text());
    }

    /**
     * What a recipe says of one text, all but its measurements, as in {@link Verdict}.
     *
     * @param reason empty where the text is kept
     */
    record Judgement(Optional<String> reason, String message, List<String> failed, Optional<String> text) {}

    /** Judges a text and hands each measurement to {@code measured}, in the order of the rules. */
    Judgement judge(TextParts parts, ObjDoubleConsumer<String> measured) {
        Set<String> failed = new LinkedHashSet<>();
        Optional<String> reason = Optional.empty();
        String message = "";
        for (Rule rule : rules) {
            double value = measure(rule.measure(), parts, measured);
            if (rule.passes(value)) {
                continue;
            }
            failed.add(rule.reason());
            if (reason.isEmpty() && !rule.tags()) {
                reason = Optional.of(rule.reason());
                message = rule.complaint(value);
            }
        }
        alsoMeasured.forEach(measure -> measure(measure, parts, measured));
        Optional<String> edited = reason.isPresent()
                ? Optional.empty()
                : edit.flatMap(e -> parts.get(e).text());
        return new Judgement(reason, message, List.copyOf(failed), edited);
    }

    private double measure(Measure measure, TextParts parts, ObjDoubleConsumer<String> measured) {
        double value = measure.of(parts, dialect);
        if (!Double.isNaN(value)) {
            measured.accept(measure.key(), value);
        }
        return value;
    }
}
