package org.florilegium.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of the raking: one for each cell, and one more for each source that is held to its share of a cell, whose
 * membership is that of the cell for documents of the source and 0 for others.
 */
final class Columns {
    private final Memberships memberships;
    private final int cells;
    private final List<Long> pairs = new ArrayList<>();
    private final Map<Long, Integer> columnOfPair = new HashMap<>();
    private final boolean[] hasPair;
    int[] column = new int[32];
    double[] value = new double[32];
    int size;

    Columns(Memberships memberships) {
        this.memberships = memberships;
        this.cells = memberships.cellKeys().size();
        this.hasPair = new boolean[memberships.sourceNames().size()];
    }

    int count() {
        return cells + pairs.size();
    }

    int cells() {
        return cells;
    }

    boolean holds(int source, int cell) {
        return columnOfPair.containsKey(pair(source, cell));
    }

    /** Adds the column that holds {@code source} in {@code cell}. */
    void hold(int source, int cell) {
        long pair = pair(source, cell);
        columnOfPair.put(pair, count());
        pairs.add(pair);
        hasPair[source] = true;
    }

    /** Cell that the column counts. */
    int cellOf(int itsColumn) {
        return itsColumn < cells ? itsColumn : (int) (pairs.get(itsColumn - cells) & 0xffffffffL);
    }

    /** Source that the column counts, -1 where it counts all. */
    int sourceOf(int itsColumn) {
        return itsColumn < cells ? -1 : (int) (pairs.get(itsColumn - cells) >>> 32);
    }

    /** Reads the columns of one document into {@code column}, {@code value} and {@code size}. */
    void load(int document) {
        int start = memberships.start(document);
        int end = memberships.end(document);
        if (2 * (end - start) > column.length) {
            column = new int[2 * (end - start)];
            value = new double[2 * (end - start)];
        }
        size = 0;
        int source = memberships.source(document);
        for (int e = start; e < end; e++) {
            put(memberships.cell(e), memberships.value(e));
            Integer held = hasPair[source] ? columnOfPair.get(pair(source, memberships.cell(e))) : null;
            if (held != null) {
                put(held, memberships.value(e));
            }
        }
    }

    private void put(int itsColumn, double itsValue) {
        column[size] = itsColumn;
        value[size++] = itsValue;
    }

    private static long pair(int source, int cell) {
        return (long) source << 32 | cell;
    }
}
