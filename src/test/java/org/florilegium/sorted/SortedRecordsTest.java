package org.florilegium.sorted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedRecordsTest {
    private static final int RECORDS = 3_000;

    @TempDir
    Path temp = Path.of("");

    /** With 1 and 7 records held, files are merged into files too; with 10,000 there is none. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 500, 10_000})
    void readsEachRecordOnceInOrderHoweverFewFitIntoMemory(int buffered) throws IOException {
        Random random = new Random(11);
        TreeSet<String> expected = new TreeSet<>();
        List<String> found = new ArrayList<>();

        try (SortedRecords records = new SortedRecords(temp, "test", 2, buffered)) {
            for (int i = 0; i < RECORDS; i++) {
                long[] record = {random.nextInt(50), random.nextInt(50)};
                expected.add(text(record));
                records.add(record);
            }
            records.read(numbers -> found.add(text(numbers)));
        }

        assertThat(found).containsExactlyElementsOf(expected);
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).isEmpty();
        }
    }

    private static String text(long[] record) {
        return String.format("%03d %03d", record[0], record[1]);
    }
}
