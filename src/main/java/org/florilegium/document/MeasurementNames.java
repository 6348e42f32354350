package org.florilegium.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sorts measurements by name, once for each list of names that comes along; for one thread at a time. */
public final class MeasurementNames {
    private static final int MOST = 256;

    private final Map<List<String>, Order> known = new HashMap<>();

    /** Names in order, and where each of them stood. */
    private record Order(List<String> names, int[] places) {
        static Order of(List<String> names) {
            Map<String, Integer> places = new TreeMap<>();
            for (int i = 0; i < names.size(); i++) {
                places.put(names.get(i), i);
            }
            return new Order(
                    List.copyOf(places.keySet()),
                    places.values().stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /**
     * The measurements of {@code names}.
     *
     * @param names in any order; the last one of equal names stands
     * @param values a number for each name, perhaps more
     */
    public Measurements of(List<String> names, double[] values) {
        Order order = known.get(names);
        if (order == null) {
            order = Order.of(names);
            if (known.size() < MOST) { // a file may hold ever other names
                known.put(List.copyOf(names), order);
            }
        }
        int[] places = order.places();
        double[] sorted = new double[places.length];
        Arrays.setAll(sorted, i -> values[places[i]]);
        return Measurements.ofSorted(order.names(), sorted);
    }
}
