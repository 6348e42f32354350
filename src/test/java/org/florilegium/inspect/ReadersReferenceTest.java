package org.florilegium.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Other engines open the shards: pyarrow, DuckDB and polars, from the Python that {@code -Dflorilegium.python} names. */
class ReadersReferenceTest {
    @TempDir
    private Path output;

    @Test
    @EnabledIf(
            value = "hasPython",
            disabledReason =
                    "needs -Dflorilegium.python, a Python with pyarrow, duckdb and polars; 'make python' prepares one")
    void threeReadersFilterNestedScoresAndAgree() throws IOException, InterruptedException {
        SmallRelease.write(output);

        JsonNode answer = read(output.resolve("release"));

        String toxic = SmallRelease.id(1) + "/0";
        for (String reader : List.of("pyarrow", "duckdb", "polars")) {
            JsonNode seen = answer.path("seen").path(reader);
            assertThat(seen.path("rows").asInt()).as(reader).isEqualTo(3);
            assertThat(seen.path("copies").asInt()).as(reader).isEqualTo(6);
            assertThat(seen.path("toxic")).as(reader).hasSize(1);
            assertThat(seen.path("toxic").path(0).asText()).as(reader).isEqualTo(toxic);
        }
        assertThat(answer.path("footer_keys"))
                .extracting(JsonNode::asText)
                .contains("florilegium.labels", "florilegium.model_digests", "florilegium.pipeline_digest");
    }

    static boolean hasPython() {
        String python = System.getProperty("florilegium.python", "");
        return !python.isEmpty() && Files.isExecutable(Path.of(python));
    }

    private static JsonNode read(Path release) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("florilegium.python", ""),
                        Path.of("src/test/python/read_release.py").toString(),
                        release.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return new ObjectMapper().readTree(printed);
    }
}
