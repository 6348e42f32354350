package org.florilegium.document;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Named numbers, sorted by name; a map that never changes.
 *
 * <p>Most documents of a job are measured by the same names, and there are dozens: names are one list that documents share,
 * and each has an array of numbers of its own.
 */
public final class Measurements extends AbstractMap<String, Double> implements Serializable {
    /** Nothing measured. */
    public static final Measurements NONE = new Measurements(List.of(), new double[0]);

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // lists of the JDK, serializable all
    private final List<String> names;

    private final double[] values;

    private Measurements(List<String> names, double[] values) {
        this.names = names;
        this.values = values;
    }

    /** A copy of {@code map}, or itself where it is one of these already. */
    public static Measurements of(Map<String, Double> map) {
        if (map instanceof Measurements known) {
            return known;
        }
        if (map.isEmpty()) {
            return NONE;
        }
        Map<String, Double> sorted = new TreeMap<>(map);
        double[] values = new double[sorted.size()];
        int held = 0;
        for (double value : sorted.values()) {
            values[held++] = value;
        }
        return new Measurements(List.copyOf(sorted.keySet()), values);
    }

    /** Numbers of names that are known to be in order, each once. */
    public static Measurements ofSorted(List<String> names, double[] values) {
        return new Measurements(names, values);
    }

    /** These with {@code more}, which stand where both have a name. */
    public Measurements with(Map<String, Double> more) {
        if (isEmpty()) {
            return of(more);
        }
        if (more.isEmpty()) {
            return this;
        }
        Map<String, Double> all = new TreeMap<>(this);
        all.putAll(more);
        return of(all);
    }

    /** All names in order. */
    public List<String> names() {
        return names;
    }

    /** The number of name {@code i}. */
    public double value(int i) {
        return values[i];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public @Nullable Double get(Object name) {
        int place = place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(Object name) {
        return place(name) >= 0;
    }

    private int place(Object name) {
        return name instanceof String text ? Collections.binarySearch(names, text) : -1;
    }

    @Override
    public Set<Map.Entry<String, Double>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Double>> {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public Iterator<Map.Entry<String, Double>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < values.length;
                }

                @Override
                public Map.Entry<String, Double> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return Map.entry(names.get(next), values[next++]);
                }
            };
        }
    }
}
