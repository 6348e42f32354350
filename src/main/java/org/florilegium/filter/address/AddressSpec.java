package org.florilegium.filter.address;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * Which addresses a pipeline keeps out. Everything is the user's, nothing is built in.
 *
 * @param domains hosts whose documents are dropped, with all their subdomains; none by default
 * @param pathWords words of a path or query whose documents are dropped; none by default
 * @param lists lists in files; none by default
 * @param softWords how many different soft words make a drop, 1 or more
 */
public record AddressSpec(List<String> domains, List<String> pathWords, List<AddressList> lists, int softWords)
        implements Serializable {

    /** Two soft words, as published pipelines have it. */
    public static final int DEFAULT_SOFT_WORDS = 2;

    /** No rules. */
    public static final AddressSpec NONE = new AddressSpec(List.of(), List.of(), List.of(), DEFAULT_SOFT_WORDS);

    /** Throws {@link IllegalArgumentException} with the key, the complaint and the value. */
    public AddressSpec {
        domains = lowerCase("blocked_domains", domains);
        pathWords = lowerCase("blocked_path_words", pathWords);
        lists = List.copyOf(lists);
        for (String word : pathWords) {
            if (!word.codePoints().allMatch(Character::isLetterOrDigit)) {
                throw new IllegalArgumentException(
                        "filter.blocked_path_words: must be words of letters and digits, was '" + word + "'");
            }
        }
        if (softWords < 1) {
            throw new IllegalArgumentException("filter.soft_words: must be 1 or more, was " + softWords);
        }
    }

    private static List<String> lowerCase(String field, List<String> words) {
        for (String word : words) {
            if (word.isBlank() || !word.equals(word.strip())) {
                throw new IllegalArgumentException(
                        "filter." + field + ": must not be blank or padded with spaces, was '" + word + "'");
            }
        }
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** Whether no document can be dropped. */
    public boolean isEmpty() {
        return domains.isEmpty() && pathWords.isEmpty() && lists.isEmpty();
    }
}
