package org.florilegium.filter;

import java.util.BitSet;

/** A set of code points. */
final class CodePoints {
    private final BitSet points;
    private final boolean[] ascii = new boolean[0x80];

    private CodePoints(BitSet points) {
        this.points = points;
        for (int c = 0; c < ascii.length; c++) {
            ascii[c] = points.get(c);
        }
    }

    /**
     * Reads code points written as hexadecimal ranges, for example {@code 0021-002F 3002}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static CodePoints parse(String ranges) {
        BitSet points = new BitSet();
        for (String range : ranges.strip().split("\\s+")) {
            if (!range.matches("[0-9A-F]{4,6}(-[0-9A-F]{4,6})?")) {
                throw new IllegalArgumentException("must be hexadecimal ranges like 0021-002F, was '" + range + "'");
            }
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
            int last = Integer.parseInt(range.substring(dash + 1), 16);
            if (first > last || last > Character.MAX_CODE_POINT) {
                throw new IllegalArgumentException("must be a rising range of code points, was '" + range + "'");
            }
            points.set(first, last + 1);
        }
        return new CodePoints(points);
    }

    boolean has(int codePoint) {
        return codePoint < ascii.length ? ascii[codePoint] : points.get(codePoint);
    }
}
