package org.florilegium.tag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.florilegium.document.Call;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Provenance;
import org.florilegium.document.Score;
import org.florilegium.document.Tags;
import org.florilegium.document.Tier;

/** Small classifiers and documents for tests, without ONNX Runtime. */
final class Fixtures {
    static final String CALIBRATION = """
            {"labels": {
              "harm.threat": {"knots": [[-1, 0.1, 0.0, 0.2], [1, 0.9, 0.8, 1.0]], "yes": 0.8, "no": 0.2},
              "prosocial.gratitude": {"knots": [[-1, 0.1, 0.0, 0.2], [1, 0.9, 0.8, 1.0]], "yes": 0.8, "no": 0.2}}}
            """;

    private Fixtures() {}

    /** Writes the folder of a classifier with two labels and returns it. */
    static Path classifier(Path home, String name, int tier) throws IOException {
        Path folder = Files.createDirectories(home.resolve(name));
        byte[] model = ("model of " + name).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("model.onnx"), model);
        Files.writeString(folder.resolve("calibration.json"), CALIBRATION);
        Files.writeString(folder.resolve("labels.yaml"), labels(name, tier, Sha256.of(model)));
        return folder;
    }

    private static String labels(String name, int tier, String modelHash) {
        return """
                name: %s
                version: 0.1.0
                tier: %d
                kind: hashed-ngrams
                languages: [%s]
                input: {features: code-point-ngrams-1, bits: 12}
                model: {file: model.onnx, sha256: %s}
                calibration: {file: calibration.json, sha256: %s}
                labels:
                - {name: harm.threat, status: calibrated, definition: d, languages: [en], elsewhere: abstain,
                   for: [a], against: [b], theories: [], sources: [s]}
                - {name: prosocial.gratitude, status: experimental, definition: d, languages: [en], elsewhere: absent,
                   for: [a], against: [b], theories: [hedonic], sources: [s]}
                """.formatted(
                        name,
                        tier,
                        tier == 1 ? "all" : "en",
                        modelHash,
                        Sha256.of(CALIBRATION.getBytes(StandardCharsets.UTF_8)));
    }

    /** A tagger whose logit is 1 for a label whose short name the text holds, and -1 otherwise. */
    record Keywords(ClassifierFolder folder) implements Tagger {
        @Override
        public ClassifierSpec spec() {
            return folder.spec();
        }

        @Override
        public Map<String, Score> score(String text, String language) {
            Map<String, Score> scores = new LinkedHashMap<>();
            for (int i = 0; i < spec().labels().size(); i++) {
                String label = spec().labels().get(i).name();
                double logit = text.contains(label.substring(label.indexOf('.') + 1)) ? 1 : -1;
                folder.score(i, logit, language).ifPresent(score -> scores.put(label, score));
            }
            return scores;
        }

        @Override
        public void close() {}
    }

    static Score score(double p, Call call) {
        return new Score(p, p, p, call, Tier.ONE);
    }

    /** A document whose passages are the given texts, one space between. */
    static Document document(String language, String... passages) {
        List<Passage> cut = new ArrayList<>();
        int start = 0;
        for (String passage : passages) {
            int length = passage.codePointCount(0, passage.length());
            cut.add(Passage.untagged(start, start + length, ""));
            start += length + 1;
        }
        Content content = Content.of(String.join(" ", passages), "").withLanguage(language, "Latn", 1);
        Origin origin = new Origin("s", "u", "", "text/plain", "", "", "", "");
        Provenance provenance = new Provenance(origin, new Declared("", "", "", ""), List.of(), List.of());
        return Document.extracted(content, provenance).withIdentity("doc", 0).withTags(Tags.NONE.withPassages(cut));
    }
}
