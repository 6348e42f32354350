package org.florilegium.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.florilegium.document.DocumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedUnitsTest {
    @TempDir
    Path temp;

    /** A unit of a document that is read at {@code place}. */
    private record Added(long hash, String id, int part, int number, long place) {}

    @Test
    void keepsTheCopyInTheLowestDocumentAndThereTheFirst() throws IOException {
        List<String> ids = ids(3);
        List<Added> units = List.of(
                new Added(7, ids.get(2), 0, 0, 0),
                new Added(7, ids.get(0), 1, 0, 2),
                new Added(7, ids.get(0), 0, 5, 1),
                new Added(8, ids.get(1), 0, 0, 3));

        List<List<UnitRepeats.Repeat>> repeats = repeats(units, 4);

        assertThat(repeats)
                .containsExactly(
                        List.of(new UnitRepeats.Repeat(0, true, 3, 2)),
                        List.of(new UnitRepeats.Repeat(5, false, 3, 2)),
                        List.of(new UnitRepeats.Repeat(0, true, 3, 2)),
                        List.of());
    }

    @Test
    void doesNotDependOnTheOrderOfArrival() throws IOException {
        Random random = new Random(5);
        List<String> ids = ids(200);
        List<Added> units = new ArrayList<>();
        for (int place = 0; place < ids.size(); place++) {
            for (int number = 0; number < 8; number++) {
                units.add(new Added(random.nextInt(300), ids.get(place), 0, number, place));
            }
        }

        List<List<UnitRepeats.Repeat>> sorted = repeats(units, ids.size());
        Collections.shuffle(units, random);

        assertThat(repeats(units, ids.size())).isEqualTo(sorted);
    }

    @Test
    void countsAUnitOfTwoHundredThousandDocumentsWithoutHoldingItsBucket() throws IOException {
        int count = 200_000;
        List<String> ids = IntStream.range(0, count)
                .mapToObj(i -> DocumentId.of("page " + i))
                .toList();
        String lowest = Collections.min(ids);

        int further = 0;
        List<UnitRepeats.Repeat> kept = new ArrayList<>();
        try (RepeatedUnits units = new RepeatedUnits(temp, "paragraphs")) {
            for (int i = 0; i < count; i++) {
                units.add(42, ids.get(i), 0, 0, i);
            }
            try (UnitRepeats repeats = units.finish();
                    UnitRepeats.Cursor cursor = repeats.open()) {
                for (int i = 0; i < count; i++) {
                    UnitRepeats.Repeat repeat = cursor.at(i).get(0);
                    further += repeat.further() ? 1 : 0;
                    if (!repeat.further()) {
                        kept.add(repeat);
                        assertThat(ids.get(i)).isEqualTo(lowest);
                    }
                }
            }
        }

        assertThat(further).isEqualTo(count - 1);
        assertThat(kept).containsExactly(new UnitRepeats.Repeat(0, false, count, count));
        assertThat(temp).isEmptyDirectory();
    }

    private List<List<UnitRepeats.Repeat>> repeats(List<Added> added, int places) throws IOException {
        List<List<UnitRepeats.Repeat>> found = new ArrayList<>();
        try (RepeatedUnits units = new RepeatedUnits(temp, "paragraphs")) {
            for (Added unit : added) {
                units.add(unit.hash(), unit.id(), unit.part(), unit.number(), unit.place());
            }
            try (UnitRepeats repeats = units.finish();
                    UnitRepeats.Cursor cursor = repeats.open()) {
                for (int place = 0; place < places; place++) {
                    found.add(cursor.at(place));
                }
            }
        }
        return found;
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> DocumentId.of("text " + i))
                .sorted()
                .toList();
    }
}
