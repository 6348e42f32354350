package org.florilegium.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The samples, against the listing that their own maker wrote. */
class SamplesListingTest {
    private static final Path SAMPLES = Path.of("samples");

    @Test
    void findsTheMembersThatTheSamplesWereMadeWith() throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(SAMPLES.resolve("expected.json").toFile());
        SourceSpec spec = SourceSpec.files("samples", SAMPLES.resolve("folder").toString());
        FileReader reader = new FileReader(List.of(spec), ReadLimits.STANDARD);
        Map<String, String> found = new TreeMap<>();
        Map<String, String> wanted = new TreeMap<>();

        List<SourceFile> files = new ListFiles(Path.of("")).list(List.of(spec));
        for (SourceFile file : files) {
            RecordingSink sink = new RecordingSink();
            reader.read(file, sink);
            long rest = sink.deadLetters.stream()
                    .filter(letter -> letter.startsWith("|") || letter.matches("offset \\d+\\|.*"))
                    .count();
            JsonNode container = expected.path("containers").path(file.relativeUri());
            if (!container.isMissingNode()) {
                wanted.put(file.relativeUri(), container.path("members") + " " + container.path("documents"));
                found.put(file.relativeUri(), (sink.callbacks() - rest) + " " + sink.documents.size());
            } else {
                assertThat(sink.callbacks()).as(file.relativeUri()).isEqualTo(1);
            }
        }

        assertThat(files).hasSize(expected.path("files").asInt());
        assertThat(found).isEqualTo(wanted);
    }
}
