package org.florilegium.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lists of named groups that came along, each read when its language is first seen. */
final class GroupLists {
    private static final NamedGroups NONE = new NamedGroups("", new GroupList(Map.of(), Map.of(), Map.of(), false));
    private static final Map<String, NamedGroups> READ = new ConcurrentHashMap<>();

    private GroupLists() {}

    static NamedGroups of(String language) {
        int dash = language.indexOf('-');
        String primary = dash < 0 ? language : language.substring(0, dash);
        NamedGroups known = READ.get(primary);
        return known == null && isPrimary(primary)
                ? READ.computeIfAbsent(primary, GroupLists::read)
                : known == null ? NONE : known;
    }

    private static boolean isPrimary(String language) {
        return (language.length() == 2 || language.length() == 3)
                && language.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static NamedGroups read(String language) {
        String file = language + ".yaml";
        try (InputStream in = GroupLists.class.getResourceAsStream("groups/" + file)) {
            return in == null ? NONE : read(language, "groups/" + file, new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new IllegalStateException("groups/" + file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The groups of one file.
     *
     * @throws ClassifierException naming every fault with file and key
     */
    static NamedGroups read(String language, String file, JsonNode tree) {
        List<String> faults = new ArrayList<>();
        GroupList list = GroupList.read(new FieldReader(file, "", tree, faults));
        if (!faults.isEmpty()) {
            throw new ClassifierException(String.join("\n", faults));
        }
        return new NamedGroups(language, list);
    }
}
