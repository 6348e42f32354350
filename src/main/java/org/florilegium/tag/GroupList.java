package org.florilegium.tag;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file of {@code groups/} says of one language: how its named groups of people are found and what stands for them.
 *
 * <p>Entries are in lower case and NFC, what is inserted in NFC; docs/named-groups.md describes the sections.
 *
 * @param inserted the strings {@code many}, {@code one} and {@code adjective}, as far as the language has them
 * @param entries by section
 * @param replacements by section, of entries with a replacement of their own
 * @param behind whether an adjective may stand behind its noun
 */
record GroupList(
        Map<String, String> inserted,
        Map<String, List<String>> entries,
        Map<String, Map<String, String>> replacements,
        boolean behind) {
    static final String MANY = "many";
    static final String ONE = "one";
    static final String ADJECTIVE = "adjective";

    /** Sections that are lists, and what stands for their entries; empty where that depends. */
    private static final Map<String, String> LISTS = lists();

    private static final List<String> MAPS = List.of("phrases", "stems", "articles");

    GroupList {
        inserted = Map.copyOf(inserted);
        entries = Map.copyOf(entries);
        replacements = Map.copyOf(replacements);
    }

    static GroupList read(FieldReader in) {
        Map<String, String> inserted = new LinkedHashMap<>();
        for (String key : List.of(MANY, ONE, ADJECTIVE)) {
            if (in.has(key)) {
                inserted.put(key, composed(in.text(key)));
            }
        }
        boolean behind = in.flagOr("adjectives_behind", true);
        GroupList list = new GroupList(inserted, entries(in, inserted), replacements(in), behind);
        in.done();
        return list;
    }

    private static Map<String, List<String>> entries(FieldReader in, Map<String, String> inserted) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        LISTS.forEach((section, needs) -> {
            List<String> found = new ArrayList<>();
            for (String entry : in.has(section) ? in.texts(section) : List.<String>of()) {
                fault(section, entry).ifPresent(fault -> in.fault(section, fault));
                found.add(lowered(entry));
            }
            if (!found.isEmpty() && !needs.isEmpty() && !inserted.containsKey(needs)) {
                in.fault(needs, "is missing, and " + section + " needs it");
            }
            all.put(section, List.copyOf(found));
        });
        return all;
    }

    private static Map<String, Map<String, String>> replacements(FieldReader in) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (String section : MAPS) {
            Map<String, String> found = new LinkedHashMap<>();
            if (in.has(section)) {
                in.textMap(section).forEach((entry, value) -> {
                    fault(section, entry).ifPresent(fault -> in.fault(section, fault));
                    if (value.isEmpty() && !section.equals("articles")) {
                        in.fault(section, "'" + entry + "' has no replacement");
                    }
                    found.put(lowered(entry), composed(value));
                });
            }
            all.put(section, found);
        }
        return all;
    }

    private static Optional<String> fault(String section, String entry) {
        boolean article = section.equals("articles");
        int star = entry.indexOf('*');
        if (star >= 0 && (article || star < entry.length() - 1)) {
            return Optional.of("'" + entry + "': '*' stands at the end of an entry, and of no article");
        }
        GroupWords words = new GroupWords(entry, false);
        if (words.size() == 0) {
            return Optional.of("'" + entry + "' has no word");
        }
        if (article && words.size() > 1) {
            return Optional.of("'" + entry + "': an article is one word");
        }
        for (int k = 1; k < words.size(); k++) {
            if (words.joint(k).equals(GroupWords.APART)) {
                return Optional.of(
                        "'" + entry + "': words of an entry are separated by a space, a hyphen or an apostrophe");
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("nouns_many", MANY);
        lists.put("nouns_one", ONE);
        lists.put("adjectives", ADJECTIVE);
        lists.put("adjectives_bound", "");
        lists.put("people_many", MANY);
        lists.put("people_one", ONE);
        lists.put("kept", "");
        return lists;
    }

    List<String> list(String section) {
        return entries.getOrDefault(section, List.of());
    }

    Map<String, String> map(String section) {
        return replacements.getOrDefault(section, Map.of());
    }

    static String lowered(String entry) {
        return composed(entry)
                .codePoints()
                .map(CodePoints::lower)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
