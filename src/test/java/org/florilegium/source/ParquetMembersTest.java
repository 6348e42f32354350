package org.florilegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.florilegium.parquet.ParquetTextReaderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetMembersTest {
    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        file = ParquetTextReaderTest.write(folder.resolve("a.parquet"), 20);
    }

    @Test
    void countsEveryRowAsOneMember() {
        RecordingSink sink = read("body");

        assertThat(sink.documents).hasSize(18);
        assertThat(sink.deadLetters).containsExactly("row 7 7|missing_text_field", "row 17 17|missing_text_field");
        assertThat(sink.documents.get(3).origin().record()).isEqualTo("row 3 3");
    }

    @Test
    void readsACompressedFileAndLeavesNoTemporaryFile() throws IOException {
        Files.write(file, Zstd.compress(Files.readAllBytes(file)));

        RecordingSink sink = read("body");

        assertThat(sink.documents).hasSize(18);
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void reportsABrokenFileOrAMissingColumnOnce() throws IOException {
        RecordingSink absent = read("text");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 200));
        RecordingSink broken = read("body");

        assertThat(absent.deadLetters).containsExactly("|missing_text_field");
        assertThat(broken.deadLetters).containsExactly("|broken_parquet");
        assertThat(broken.callbacks()).isEqualTo(1);
    }

    private RecordingSink read(String textField) {
        RecordingSink sink = new RecordingSink();
        SourceSpec spec = SourceSpec.files("rows", folder.toString()).withFields(textField, "key", "title");
        new FileReader(List.of(spec), ReadLimits.STANDARD.withTemp(temporary.toString()))
                .read(new SourceFile("rows", file.toString(), "a.parquet", 0), sink);
        return sink;
    }
}
