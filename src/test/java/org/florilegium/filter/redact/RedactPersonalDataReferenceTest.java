package org.florilegium.filter.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2,109 sentences with marked addresses and numbers; a span counts only if both its ends are right. */
@EnabledIf("goldPresent")
class RedactPersonalDataReferenceTest {
    private static final Map<String, PersonalKind> KINDS = Map.of(
            "EMAIL_ADDRESS", PersonalKind.EMAIL,
            "PHONE_NUMBER", PersonalKind.PHONE,
            "IP_ADDRESS", PersonalKind.IP);

    static boolean goldPresent() {
        return Files.exists(gold());
    }

    private static Path gold() {
        String shared = System.getenv("FLORILEGIUM_SHARED");
        return Path.of(shared == null ? "../shared" : shared, "data/gold/pii_spans.json");
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, 1.0, 1.0", "PHONE, 0.98, 0.95", "IP, 1.0, 0.9"}) // one marked address is private
    void findsMarkedSpansAndHardlyAnyOther(PersonalKind kind, double precision, double recall) throws IOException {
        RedactPersonalData redact = new RedactPersonalData(RedactSpec.defaults());
        Set<String> marked = new TreeSet<>();
        Set<String> found = new TreeSet<>();

        int row = 0;
        for (JsonNode sentence : new ObjectMapper().readTree(gold().toFile())) {
            String place = row++ + ":";
            String text = sentence.path("full_text").textValue();
            for (JsonNode span : sentence.path("spans")) {
                if (KINDS.get(span.path("entity_type").textValue()) == kind) {
                    int start = text.offsetByCodePoints(
                            0, span.path("start_position").intValue());
                    int end =
                            text.offsetByCodePoints(0, span.path("end_position").intValue());
                    marked.add(place + start + "-" + end);
                }
            }
            for (PersonalSpan span : redact.find(text, "en")) {
                if (span.kind() == kind) {
                    found.add(place + span.start() + "-" + span.end());
                }
            }
        }

        Set<String> both = new TreeSet<>(marked);
        both.retainAll(found);
        assertThat((double) both.size() / found.size()).isGreaterThanOrEqualTo(precision);
        assertThat((double) both.size() / marked.size()).isGreaterThanOrEqualTo(recall);
    }
}
