package org.florilegium.tag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces every named group of people by one fixed word of the same language, so that a text reads the same whoever is named.
 *
 * <pre>{@code
 * NamedGroups.of("en").neutral("An old lady and two Sikhs.");  // "A Muslim and two Muslims."
 * }</pre>
 *
 * <p>This is counterfactual token blindness (Garg et al. 2019, "Counterfactual Fairness in Text Classification through
 * Robustness"). {@code classifiers/training/groups.py} does the same to the code point.
 */
public final class NamedGroups {
    /** Name of this way in {@code labels.yaml}. */
    public static final String NAME = "named-groups-1";

    private static final List<String> SPACELESS = List.of("zh", "ja");
    private static final String KEPT = "";
    private static final int MOST_MODIFIERS = 4;
    private static final int MOST_PASSES = 64;

    private final boolean spaceless;
    private final boolean behind;
    private final GroupEntries alone;
    private final GroupEntries modifiers;
    private final GroupEntries heads;
    private final Map<String, String> articles = new HashMap<>();

    /** The groups that {@code list} names in {@code language}, a primary language subtag. */
    NamedGroups(String language, GroupList list) {
        this.spaceless = SPACELESS.contains(language);
        this.behind = list.behind();
        this.alone = new GroupEntries(spaceless);
        this.modifiers = new GroupEntries(spaceless);
        this.heads = new GroupEntries(spaceless);
        list.map("articles").forEach((article, value) -> articles.put(article.replace('\u2019', '\''), value));
        fillAlone(list);
        for (String section : List.of("adjectives", "adjectives_bound")) {
            put(modifiers, list.list(section), "");
        }
        Optional.ofNullable(list.inserted().get(GroupList.ADJECTIVE))
                .ifPresent(word -> putInserted(modifiers, word, ""));
        for (String kind : List.of("nouns", "people")) {
            fillHeads(list, kind + "_many", GroupList.MANY);
            fillHeads(list, kind + "_one", GroupList.ONE);
        }
    }

    /** The groups named in {@code language}, a BCP-47 tag; none where the language has no list. */
    public static NamedGroups of(String language) {
        return GroupLists.of(language);
    }

    private void fillAlone(GroupList list) {
        put(alone, list.list("kept"), KEPT);
        for (String section : List.of("phrases", "stems")) {
            list.map(section).forEach((entry, value) -> put(alone, List.of(entry), value));
        }
        put(alone, list.list("nouns_many"), list.inserted().getOrDefault(GroupList.MANY, KEPT));
        put(alone, list.list("nouns_one"), list.inserted().getOrDefault(GroupList.ONE, KEPT));
        put(alone, list.list("adjectives"), list.inserted().getOrDefault(GroupList.ADJECTIVE, KEPT));
        for (String key : List.of(GroupList.MANY, GroupList.ONE, GroupList.ADJECTIVE)) {
            Optional.ofNullable(list.inserted().get(key)).ifPresent(word -> putInserted(alone, word, word));
        }
    }

    private void fillHeads(GroupList list, String section, String key) {
        String value = list.inserted().get(key);
        if (value != null) {
            put(heads, list.list(section), value);
            putInserted(heads, value, value);
        }
    }

    private void put(GroupEntries entries, List<String> words, String value) {
        for (String entry : words) {
            entries.put(spaceless ? entry.replaceAll("\\*+$", "") : entry, value);
        }
    }

    private void putInserted(GroupEntries entries, String word, String value) {
        put(entries, List.of(GroupList.lowered(word)), value);
    }

    /** {@code text}, which is in NFC, with named groups replaced; the same object where none is. */
    public String neutral(String text) {
        String neutral = text;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String replaced = replaced(neutral);
            if (replaced.equals(neutral)) {
                return neutral;
            }
            neutral = replaced;
        }
        return neutral;
    }

    private String replaced(String text) {
        GroupWords words = new GroupWords(text, spaceless);
        StringBuilder out = new StringBuilder();
        int done = 0;
        int after = 0;
        for (int k = 0; k < words.size(); ) {
            GroupEntries.Found found = match(words, k);
            if (found != null && !found.value().equals(KEPT)) {
                writeUntil(words, k, after, text, done, out);
                out.append(found.value());
                done = words.end(found.next() - 1) - found.kept();
                after = found.next();
            }
            k = found == null ? k + 1 : found.next();
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    /** Writes what stands before word {@code k} from {@code done} on, its article put right; words before {@code after} are done. */
    private void writeUntil(GroupWords words, int k, int after, String text, int done, StringBuilder out) {
        String joint = k > after && !articles.isEmpty() ? words.joint(k) : GroupWords.APART;
        boolean elided = joint.equals(GroupWords.APOSTROPHE);
        String article = elided || joint.equals(GroupWords.SPACE)
                ? articles.get(words.word(k - 1) + (elided ? GroupWords.APOSTROPHE : ""))
                : null;
        if (article == null) {
            out.append(text, done, words.start(k));
            return;
        }
        out.append(text, done, words.start(k - 1));
        out.append(words.isCapitalized(k - 1) ? capitalized(article) : article);
        if (!article.isEmpty() && !article.endsWith(GroupWords.APOSTROPHE)) {
            out.append(elided ? " " : text.substring(words.end(k - 1), words.start(k)));
        }
    }

    private static String capitalized(String word) {
        if (word.isEmpty()) {
            return word;
        }
        int first = word.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + word.substring(Character.charCount(first));
    }

    private GroupEntries.@Nullable Found match(GroupWords words, int k) {
        String word = words.word(k);
        GroupEntries.Found single = alone.longest(words, k, word);
        GroupEntries.Found together = together(words, k, word);
        return together != null && (single == null || together.next() > single.next()) ? together : single;
    }

    /** A word for people with adjectives before or behind it. */
    private GroupEntries.@Nullable Found together(GroupWords words, int k, String word) {
        GroupEntries.Found found = before(words, k, word);
        GroupEntries.Found head = found != null || !behind ? found : heads.longest(words, k, word);
        if (head == null || !behind) {
            return found;
        }
        GroupEntries.Found last = modified(words, head.next());
        return last == null ? found : new GroupEntries.Found(last.next(), last.kept(), head.value());
    }

    /** The last word for people behind adjectives that follow each other from word {@code first}. */
    private GroupEntries.@Nullable Found before(GroupWords words, int first, String word) {
        GroupEntries.Found found = null;
        GroupEntries.Found modifier = modifiers.longest(words, first, word);
        for (int n = 1; modifier != null && words.follows(modifier.next()); n++) {
            int k = modifier.next();
            GroupEntries.Found head = heads.longest(words, k);
            found = head == null ? found : head;
            modifier = n < MOST_MODIFIERS ? modifiers.longest(words, k) : null;
        }
        return found;
    }

    /** The last of the adjectives that follow each other from word {@code first}. */
    private GroupEntries.@Nullable Found modified(GroupWords words, int first) {
        GroupEntries.Found found = null;
        int k = first;
        for (int n = 0; n < MOST_MODIFIERS && words.follows(k); n++) {
            GroupEntries.Found modifier = modifiers.longest(words, k);
            if (modifier == null) {
                return found;
            }
            found = modifier;
            k = modifier.next();
        }
        return found;
    }
}
