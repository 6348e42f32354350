package org.florilegium.inspect;

/** Text in sections, each with a heading and a table; a section without rows is left out. */
final class Report {
    private final StringBuilder out = new StringBuilder();

    void section(String heading, Table table) {
        if (!table.isEmpty()) {
            heading(heading);
            out.append(table.text());
        }
    }

    void heading(String heading) {
        if (out.length() > 0) {
            out.append('\n');
        }
        out.append(heading).append('\n');
    }

    String text() {
        return out.toString();
    }
}
