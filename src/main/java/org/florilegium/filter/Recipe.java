package org.florilegium.filter;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

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
 * @param digest SHA-256 of the recipe with all that it takes from another, 64 hexadecimal digits
 */
public record Recipe(
        String name,
        Dialect dialect,
        List<Rule> rules,
        List<Measure> alsoMeasured,
        Optional<TextEdit> edit,
        String digest) {
    private static final Map<RecipeText, Recipe> READ = new ConcurrentHashMap<>();

    public Recipe {
        rules = List.copyOf(rules);
        alsoMeasured = List.copyOf(alsoMeasured);
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
        for (String reason : reasons) {
            if (!known.contains(reason)) {
                throw new IllegalArgumentException(
                        "tag: recipe '" + name + "' has no rule '" + reason + "', must be one of " + known);
            }
        }
        List<Rule> changed = rules.stream()
                .map(rule -> reasons.contains(rule.reason()) ? rule.tagging() : rule)
                .toList();
        return new Recipe(name, dialect, changed, alsoMeasured, edit, digest);
    }

    /** Judges {@code text} as it is, without normalizing it. */
    public Verdict judge(String text) {
        return judge(new TextParts(text));
    }

    Verdict judge(TextParts parts) {
        Map<String, Double> measurements = new LinkedHashMap<>();
        Set<String> failed = new LinkedHashSet<>();
        Optional<String> reason = Optional.empty();
        String message = "";
        for (Rule rule : rules) {
            double value = measure(rule.measure(), parts, measurements);
            if (rule.passes(value)) {
                continue;
            }
            failed.add(rule.reason());
            if (reason.isEmpty() && !rule.tags()) {
                reason = Optional.of(rule.reason());
                message = rule.complaint(value);
            }
        }
        alsoMeasured.forEach(measure -> measure(measure, parts, measurements));
        Optional<String> edited = reason.isPresent()
                ? Optional.empty()
                : edit.flatMap(e -> parts.get(e).text());
        return new Verdict(reason.isEmpty(), reason, message, List.copyOf(failed), measurements, edited);
    }

    private double measure(Measure measure, TextParts parts, Map<String, Double> measurements) {
        double value = measure.of(parts, dialect);
        if (!Double.isNaN(value)) {
            measurements.put(measure.key(), value);
        }
        return value;
    }
}
