package org.florilegium.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param rules in the order in which they are judged, at least one
 * @param lexicon the symbols and stop words that its measurements count
 * @param digest SHA-256 of the recipe as written, 64 hexadecimal digits
 */
public record Recipe(String name, List<Rule> rules, Lexicon lexicon, String digest) {
    private static final Map<String, Recipe> READ = new ConcurrentHashMap<>();

    public Recipe {
        rules = List.copyOf(rules);
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
        return READ.computeIfAbsent(RecipeReader.fullName(name), RecipeReader::readResource);
    }

    /** The name without its dialect, for example {@code gopher-quality}. */
    public String bareName() {
        int at = name.indexOf('@');
        return at < 0 ? name : name.substring(0, at);
    }

    /** Judges {@code text} as it is, without normalizing it. */
    public Verdict judge(String text) {
        return judge(new TextParts(text));
    }

    Verdict judge(TextParts parts) {
        Map<String, Double> measurements = new LinkedHashMap<>();
        Optional<String> reason = Optional.empty();
        String message = "";
        for (Rule rule : rules) {
            double value = rule.measure().of(parts, lexicon);
            if (!Double.isNaN(value)) {
                measurements.put(rule.measure().key(), value);
            }
            if (reason.isEmpty() && !rule.passes(value)) {
                reason = Optional.of(rule.reason());
                message = rule.complaint(value);
            }
        }
        return new Verdict(reason.isEmpty(), reason, message, measurements);
    }
}
