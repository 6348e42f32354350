package org.florilegium.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures of datatrove 0.10.1 on 300 synthetic and 400 real documents. */
@EnabledIf("oraclePresent")
class MinHashReferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, DedupSpec> HASHES = Map.of(
            "sha1_64",
            new DedupSpec(14, 8, 5, "sha1", 64, 1, "none", 0.8),
            "xxh64_64",
            new DedupSpec(14, 8, 5, "xxh64", 64, 1, "none", 0.8),
            "sha1_32",
            new DedupSpec(14, 8, 5, "sha1", 32, 1, "none", 0.8));

    static boolean oraclePresent() {
        return Files.isDirectory(oracle());
    }

    private static Path oracle() {
        String shared = System.getenv("FLORILEGIUM_SHARED");
        return Path.of(shared == null ? "../shared" : shared, "oracle");
    }

    @Test
    void drawsTheHashFunctionsOfNumPy() throws IOException {
        JsonNode published = JSON.readTree(oracle().resolve("datatrove-0.10.1-whitespace/minhash_params.json")
                .toFile());

        HashPermutations drawn = new HashPermutations(1, 112);

        for (int i = 0; i < 112; i++) {
            assertThat(drawn.a(i)).isEqualTo(published.path("a").get(i).asLong());
            assertThat(drawn.b(i)).isEqualTo(published.path("b").get(i).asLong());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"datatrove-0.10.1-whitespace", "datatrove-0.10.1-whitespace-real"})
    void signsAsDatatroveDoes(String set) throws IOException {
        List<String> documents = Files.readAllLines(oracle().resolve(set).resolve("documents.jsonl"));
        List<String> rows = Files.readAllLines(oracle().resolve(set).resolve("oracle.jsonl"));

        for (int i = 0; i < rows.size(); i++) {
            String text = JSON.readTree(documents.get(i)).path("text").textValue();
            JsonNode row = JSON.readTree(rows.get(i));
            assertThat(DigestUtils.sha1Hex(SimplifyText.simplify(text)))
                    .as("%s", row.path("id"))
                    .isEqualTo(row.path("simplified_sha1").textValue());
            HASHES.forEach((key, hash) -> {
                long[] signature = new MinHash(hash).signature(text);
                for (int j = 0; j < 16; j++) {
                    assertThat(signature[j])
                            .as("%s %s %d", row.path("id"), hash, j)
                            .isEqualTo(row.path(key).get(j / 8).get(j % 8).asLong());
                }
            });
        }
    }
}
