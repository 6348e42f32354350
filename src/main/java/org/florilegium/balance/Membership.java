package org.florilegium.balance;

import java.util.Arrays;

/** The cells one document belongs to, in a buffer that is reused from document to document. */
public final class Membership {
    String[] keys = new String[8];
    float[] values = new float[8];
    int size;

    /** Takes one cell after the other. */
    @FunctionalInterface
    public interface CellVisitor {
        void visit(String dimension, String name, double probability);
    }

    /** Shows every cell to {@code visitor}. */
    public void forEach(CellVisitor visitor) {
        for (int e = 0; e < size; e++) {
            visitor.visit(Cells.dimension(keys[e]), Cells.name(keys[e]), values[e]);
        }
    }

    /** Empties the buffer for the next document. */
    public Membership clear() {
        size = 0;
        return this;
    }

    /**
     * Adds a cell; a probability of 0 adds nothing.
     *
     * @param probability 0 to 1
     */
    public Membership add(String dimension, String name, double probability) {
        if (probability > 0) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            keys[size] = Cells.key(dimension, name);
            values[size++] = (float) probability;
        }
        return this;
    }
}
