package org.florilegium.inspect;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rows of text in aligned columns: words to the left, numbers to the right. */
final class Table {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9,.]*( %)?|-");
    private static final String GAP = "  ";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header);
    }

    /** Adds a row; whole numbers get thousands separators, fractions three digits. */
    Table row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Table::cell).toList());
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table, each line indented by two spaces. */
    String text() {
        int[] widths = new int[header.size()];
        boolean[] numeric = new boolean[header.size()];
        Arrays.fill(numeric, !rows.isEmpty());
        measure(header, widths);
        for (List<String> row : rows) {
            measure(row, widths);
            for (int i = 0; i < row.size(); i++) {
                numeric[i] &= row.get(i).isEmpty() || NUMBER.matcher(row.get(i)).matches();
            }
        }
        StringBuilder out = new StringBuilder();
        if (header.stream().anyMatch(name -> !name.isEmpty())) {
            line(out, header, widths, numeric);
        }
        rows.forEach(row -> line(out, row, widths, numeric));
        return out.toString();
    }

    /** Columns that {@code text} takes in a terminal: wide signs take two, marks none. */
    static int width(String text) {
        return text.codePoints().map(Table::width).sum();
    }

    /** {@code text} cut to {@code columns}, with an ellipsis where something is left out. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 1;
        for (int codePoint : text.codePoints().toArray()) {
            used += width(codePoint);
            if (used > columns) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return kept.append('\u2026').toString();
    }

    /** A share from 0 to 1 in percent. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static int width(int codePoint) {
        int type = UCharacter.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        return width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH ? 2 : 1;
    }

    private static void measure(List<String> cells, int[] widths) {
        for (int i = 0; i < cells.size(); i++) {
            widths[i] = Math.max(widths[i], width(cells.get(i)));
        }
    }

    private static void line(StringBuilder out, List<String> cells, int[] widths, boolean[] numeric) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(GAP).append(numeric[i] ? padding + cells.get(i) : cells.get(i) + padding);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static String cell(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return String.format(Locale.ROOT, "%.3f", ((Number) value).doubleValue());
        }
        return value instanceof Number number
                ? String.format(Locale.ROOT, "%,d", number.longValue())
                : value.toString().replaceAll("\\p{Cntrl}+", " ");
    }
}
