package org.florilegium.balance;

import java.util.Arrays;
import java.util.List;

/**
 * Soft memberships, tokens and copy limits of all documents in sparse arrays: about 40 bytes a document and 8 for each
 * of its cells.
 *
 * <p>{@link #canonical()} puts documents, cells and sources in an order of their own, so that sums of floating-point
 * numbers, and with them the outcome, do not depend on the order in which documents arrived.
 */
public final class Memberships {
    private final Cells cells = new Cells();
    private final Cells sources = new Cells();
    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private int[] tokens = new int[1024];
    private float[] limit = new float[1024];
    private int[] source = new int[1024];
    private int[] end = new int[1024];
    private int[] cell = new int[4096];
    private float[] value = new float[4096];
    private int size;
    private int entries;

    /**
     * Adds a document.
     *
     * @param idHigh first 64 bits of what orders documents
     * @param idLow next 64 bits
     * @param itsTokens tokens, 0 or more
     * @param copies most copies allowed, above 0
     * @param from name of its source
     */
    public void add(long idHigh, long idLow, int itsTokens, double copies, String from, Membership membership) {
        if (size == tokens.length) {
            growDocuments();
        }
        high[size] = idHigh;
        low[size] = idLow;
        tokens[size] = itsTokens;
        limit[size] = (float) copies;
        source[size] = sources.of("source", from);
        for (int e = 0; e < membership.size; e++) {
            append(cells.of(membership.keys[e]), membership.values[e]);
        }
        end[size++] = entries;
    }

    public int size() {
        return size;
    }

    /** Keys of the cells in the order of their numbers. */
    public List<String> cellKeys() {
        return cells.keys();
    }

    List<String> sourceNames() {
        return sources.keys().stream().map(Cells::name).toList();
    }

    double tokens(int document) {
        return tokens[document];
    }

    double limit(int document) {
        return limit[document];
    }

    int source(int document) {
        return source[document];
    }

    int start(int document) {
        return document == 0 ? 0 : end[document - 1];
    }

    int end(int document) {
        return end[document];
    }

    int cell(int entry) {
        return cell[entry];
    }

    double value(int entry) {
        return value[entry];
    }

    /** The same documents ordered by id, with cells and sources numbered by name. */
    public Memberships canonical() {
        Memberships sorted = new Memberships();
        cells.keys().stream().sorted().forEach(sorted.cells::of);
        sources.keys().stream().sorted().forEach(sorted.sources::of);
        int[] cellNumber = renumber(cells, sorted.cells);
        int[] sourceNumber = renumber(sources, sorted.sources);
        for (int document : order()) {
            if (sorted.size == sorted.tokens.length) {
                sorted.growDocuments();
            }
            sorted.high[sorted.size] = high[document];
            sorted.low[sorted.size] = low[document];
            sorted.tokens[sorted.size] = tokens[document];
            sorted.limit[sorted.size] = limit[document];
            sorted.source[sorted.size] = sourceNumber[source[document]];
            for (int e = start(document); e < end[document]; e++) {
                sorted.append(cellNumber[cell[e]], value[e]);
            }
            sorted.end[sorted.size++] = sorted.entries;
        }
        return sorted;
    }

    private static int[] renumber(Cells from, Cells to) {
        return from.keys().stream().mapToInt(to::of).toArray();
    }

    /** Bottom-up merge sort of indices by id, without boxing. */
    private int[] order() {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        int[] merged = new int[size];
        for (int width = 1; width > 0 && width < size; width *= 2) {
            for (int from = 0; from < size; from += 2 * width) {
                merge(order, merged, from, Math.min(from + width, size), Math.min(from + 2 * width, size));
            }
            int[] swap = order;
            order = merged;
            merged = swap;
        }
        return order;
    }

    private void merge(int[] from, int[] into, int start, int middle, int stop) {
        int left = start;
        int right = middle;
        for (int k = start; k < stop; k++) {
            boolean takeLeft = left < middle && (right >= stop || compare(from[left], from[right]) <= 0);
            into[k] = takeLeft ? from[left++] : from[right++];
        }
    }

    private int compare(int a, int b) {
        int byHigh = Long.compareUnsigned(high[a], high[b]);
        int byLow = byHigh != 0 ? byHigh : Long.compareUnsigned(low[a], low[b]);
        return byLow != 0 ? byLow : Integer.compare(tokens[a], tokens[b]);
    }

    private void append(int itsCell, float itsValue) {
        if (entries == cell.length) {
            cell = Arrays.copyOf(cell, grown(entries));
            value = Arrays.copyOf(value, cell.length);
        }
        cell[entries] = itsCell;
        value[entries++] = itsValue;
    }

    private void growDocuments() {
        int longer = grown(size);
        high = Arrays.copyOf(high, longer);
        low = Arrays.copyOf(low, longer);
        tokens = Arrays.copyOf(tokens, longer);
        limit = Arrays.copyOf(limit, longer);
        source = Arrays.copyOf(source, longer);
        end = Arrays.copyOf(end, longer);
    }

    private static int grown(int length) {
        return Math.addExact(length, length / 2);
    }
}
