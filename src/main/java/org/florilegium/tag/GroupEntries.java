package org.florilegium.tag;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one or more words with a value each, of which the longest at a word of a text is found.
 *
 * <p>An entry that ends in {@code *} fits every word that begins so. A whole word goes before a beginning, a longer beginning
 * before a shorter one; of equal entries the first that was put stays.
 */
final class GroupEntries {

    /**
     * An entry found in a text.
     *
     * @param next number of the word behind it
     * @param kept characters at the end of its last word that are not part of it
     * @param value what was put with it
     */
    record Found(int next, int kept, String value) {}

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final Map<String, String> beginnings = new HashMap<>();
        private int[] lengths = {};
        private @Nullable String value;

        private @Nullable Found beginning(String key, int behind) {
            for (int length : lengths) {
                String value = length <= key.length() ? beginnings.get(key.substring(0, length)) : null;
                if (value != null) {
                    return new Found(behind, key.length() - length, value);
                }
            }
            return null;
        }

        private void begin(String key, String value) {
            beginnings.putIfAbsent(key, value);
            lengths = beginnings.keySet().stream()
                    .mapToInt(beginning -> -beginning.length())
                    .distinct()
                    .sorted()
                    .map(length -> -length)
                    .toArray();
        }

        private boolean isLeaf() {
            return next.isEmpty() && lengths.length == 0;
        }
    }

    private final Node root = new Node();
    private final boolean spaceless;

    GroupEntries(boolean spaceless) {
        this.spaceless = spaceless;
    }

    /** Adds an entry, which is in lower case. */
    void put(String entry, String value) {
        GroupWords words = new GroupWords(entry, spaceless);
        boolean open = !spaceless && entry.endsWith("*");
        Node node = root;
        for (int k = 0; k < words.size(); k++) {
            String key = k == 0 ? words.word(k) : words.joint(k) + words.word(k);
            if (open && k == words.size() - 1) {
                node.begin(key, value);
                return;
            }
            node = node.next.computeIfAbsent(key, word -> new Node());
        }
        node.value = node.value == null ? value : node.value;
    }

    /** The longest entry that starts at word {@code first}, or null. */
    @Nullable
    Found longest(GroupWords words, int first) {
        return longest(words, first, words.word(first));
    }

    /** The same, where {@code word} is that word. */
    @Nullable
    Found longest(GroupWords words, int first, String word) {
        Node node = root;
        Found found = null;
        String key = word;
        for (int k = first; ; key = words.joint(k) + words.word(k)) {
            k++;
            Found beginning = node.beginning(key, k);
            found = beginning == null ? found : beginning;
            node = node.next.get(key);
            if (node == null) {
                return found;
            }
            found = node.value == null ? found : new Found(k, 0, node.value);
            if (k == words.size() || node.isLeaf()) {
                return found;
            }
        }
    }
}
