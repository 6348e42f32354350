package org.florilegium.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the cells of all dimensions in the order they are first seen; a cell's key is {@code dimension:name}. */
public final class Cells {
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Number of the cell, new if it was never seen. */
    public int of(String dimension, String name) {
        return of(key(dimension, name));
    }

    int of(String key) {
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        numbers.put(key, keys.size());
        keys.add(key);
        return keys.size() - 1;
    }

    /** Keys in the order of their numbers. */
    public List<String> keys() {
        return List.copyOf(keys);
    }

    static String key(String dimension, String name) {
        return dimension + ":" + name;
    }

    static String dimension(String key) {
        return key.substring(0, key.indexOf(':'));
    }

    static String name(String key) {
        return key.substring(key.indexOf(':') + 1);
    }
}
