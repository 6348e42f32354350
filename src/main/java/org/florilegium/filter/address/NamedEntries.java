package org.florilegium.filter.address;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries of one kind from several lists; what is found says in which list and line it stands. */
final class NamedEntries {
    private final EntryTable table = new EntryTable();
    private final List<String> names = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private int[] lengths = new int[0];

    /** Begins the list {@code name}. */
    void begin(String name) {
        int last = names.size() - 1;
        if (last >= 0 && firsts.get(last) == table.size()) {
            names.set(last, name); // the one before it gave nothing to this table
        } else {
            names.add(name);
            firsts.add(table.size());
        }
    }

    void add(String entry, int line) {
        table.add(entry, line);
    }

    void finish() {
        table.trim();
        lengths = table.lengths();
    }

    int size() {
        return table.size();
    }

    long footprint() {
        return table.footprint();
    }

    Optional<String> find(String text) {
        return size() == 0 ? Optional.empty() : named(table.find(text));
    }

    /** The host or the nearest domain above it. */
    Optional<String> suffix(String host) {
        if (size() == 0) {
            return Optional.empty();
        }
        byte[] bytes = host.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from++) {
            if (from == 0 || bytes[from - 1] == '.') {
                int number = table.find(bytes, from, bytes.length);
                if (number >= 0) {
                    return named(number);
                }
            }
        }
        return Optional.empty();
    }

    /** The address or the nearest one above it. */
    Optional<String> prefix(String address) {
        if (size() == 0) {
            return Optional.empty();
        }
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        for (int to = bytes.length; to > 0; to--) {
            if (to == bytes.length || bytes[to] == '/' || bytes[to] == '?') {
                int number = table.find(bytes, 0, to);
                if (number >= 0) {
                    return named(number);
                }
            }
        }
        return Optional.empty();
    }

    /** The first entry that stands anywhere in the letters and digits of {@code address}. */
    Optional<String> within(String address) {
        if (size() == 0) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder(address.length());
        address.chars().filter(c -> AddressRules.isWord((char) c)).forEach(c -> plain.append((char) c));
        byte[] bytes = plain.toString().getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from++) {
            for (int length : lengths) {
                int number = from + length > bytes.length ? -1 : table.find(bytes, from, from + length);
                if (number >= 0) {
                    return named(number);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> named(int number) {
        if (number < 0) {
            return Optional.empty();
        }
        int list = names.size() - 1;
        while (firsts.get(list) > number) {
            list--;
        }
        int line = table.line(number);
        String place = line == 0 ? names.get(list) : names.get(list) + " line " + line;
        return Optional.of("'" + table.entry(number) + "' (" + place + ")");
    }
}
