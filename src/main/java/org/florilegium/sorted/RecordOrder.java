package org.florilegium.sorted;

import java.io.IOException;
import java.util.Arrays;

/** The order of records in one array, found by merging ever longer sorted runs of their numbers. */
final class RecordOrder {
    private final long[] records;
    private final int width;
    private final int[] order;

    RecordOrder(long[] records, int width, int count) {
        this.records = records;
        this.width = width;
        int[] from = new int[count];
        Arrays.setAll(from, i -> i);
        int[] to = new int[count];
        for (long run = 1; run < count; run *= 2) {
            for (long start = 0; start < count; start += 2 * run) {
                int middle = (int) Math.min(count, start + run);
                merge(from, to, (int) start, middle, (int) Math.min(count, start + 2 * run));
            }
            int[] swapped = from;
            from = to;
            to = swapped;
        }
        this.order = from;
    }

    /** Hands over the records in their order; of equal ones the first. */
    void forEach(SortedRecords.Sink sink) throws IOException {
        long[] numbers = new long[width];
        for (int i = 0; i < order.length; i++) {
            if (i == 0 || compare(order[i - 1], order[i]) != 0) {
                System.arraycopy(records, order[i] * width, numbers, 0, width);
                sink.take(numbers);
            }
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
