package org.florilegium.sorted;

import java.io.IOException;
import java.util.Arrays;

/**
 * The order of records in one array. Their first numbers are sorted with the places of the records in their low bits; where
 * what is left of two first numbers is the same, whole records are compared.
 */
final class RecordOrder {
    private final long[] records;
    private final int width;
    private final long[] order;
    private final long places;

    RecordOrder(long[] records, int width, int count) {
        this.records = records;
        this.width = width;
        this.places = Math.max(1, Integer.highestOneBit(Math.max(1, count)) * 2L) - 1;
        this.order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (records[i * width] & ~places) | i;
        }
        Arrays.sort(order);
        for (int start = 0; start < count; ) {
            int end = start + 1;
            while (end < count && (order[end] & ~places) == (order[start] & ~places)) {
                end++;
            }
            if (end - start > 1) {
                sortAlike(start, end);
            }
            start = end;
        }
    }

    /** Sorts records whose first numbers are alike but for the low bits, by merging ever longer sorted runs of them. */
    private void sortAlike(int start, int end) {
        int[] from = new int[end - start];
        Arrays.setAll(from, i -> place(start + i));
        int[] to = new int[from.length];
        for (long run = 1; run < from.length; run *= 2) {
            for (long first = 0; first < from.length; first += 2 * run) {
                int middle = (int) Math.min(from.length, first + run);
                merge(from, to, (int) first, middle, (int) Math.min(from.length, first + 2 * run));
            }
            int[] swapped = from;
            from = to;
            to = swapped;
        }
        for (int i = 0; i < from.length; i++) {
            order[start + i] = (order[start + i] & ~places) | from[i];
        }
    }

    private void merge(int[] from, int[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right == end || (left < middle && compare(from[left], from[right]) <= 0);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    private int place(int i) {
        return (int) (order[i] & places);
    }

    /** Hands over the records in their order; of equal ones the first. */
    void forEach(SortedRecords.Sink sink) throws IOException {
        long[] numbers = new long[width];
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || compare(place(i - 1), place(i)) != 0) {
                System.arraycopy(records, place(i) * width, numbers, 0, width);
                sink.take(numbers);
            }
        }
    }

    private int compare(int a, int b) {
        for (int i = 0; i < width; i++) {
            int order = Long.compare(records[a * width + i], records[b * width + i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
