package org.florilegium.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.florilegium.document.Origin;
import org.florilegium.document.TextUnit;
import org.florilegium.document.TextUnits;
import org.florilegium.row.Excision;
import org.florilegium.row.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowPlanTest {
    private static final Selection SELECTION = new Selection("a,b", "a", 2, 1.5, 0.25, "w");

    @TempDir
    Path folder;

    @Test
    void readsPlannedRowsBackInTheirOrder() throws IOException {
        PlannedRow plain = new PlannedRow(3, "id", 1, List.of(), RowChange.none(), SELECTION);
        RowChange change = new RowChange(
                List.of(new Origin("letters", "a.txt", "line 1", "text/plain", "", "d", "", "")),
                7,
                Map.of("dedup.paragraphs_compared", 2.0),
                List.of("dedup:repeated_paragraphs"),
                new TextUnits(9, List.of(new TextUnit(TextUnit.Kind.LINE, 0, 9, 9, -5L, 3, 2))));
        PlannedRow changed =
                new PlannedRow(70_000, "other", 12, List.of(new Excision(0, 4, "stance")), change, SELECTION);
        Path file = folder.resolve("plans/rows.plan");

        try (RowPlan.Writer writer = new RowPlan.Writer(file)) {
            writer.write(plain);
            writer.write(changed);
        }

        try (RowPlan.Reader reader = new RowPlan.Reader(file)) {
            assertThat(reader.next()).contains(plain);
            assertThat(reader.next()).contains(changed);
            assertThat(reader.next()).isEmpty();
        }
    }
}
