package org.florilegium.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.florilegium.document.Attribution;
import org.florilegium.document.Content;
import org.florilegium.document.Declared;
import org.florilegium.document.Document;
import org.florilegium.document.Origin;
import org.florilegium.document.Passage;
import org.florilegium.document.Provenance;
import org.florilegium.document.Score;
import org.florilegium.document.Tags;
import org.florilegium.flow.Outcome;
import org.florilegium.language.LanguageIdentifier;
import org.florilegium.segment.SegmentSpec;
import org.florilegium.segment.Segmenter;
import org.florilegium.sink.Json;
import org.florilegium.tag.ScoreText;
import org.florilegium.tag.TagSpec;
import org.florilegium.tag.onnx.OnnxTaggers;
import org.florilegium.tag.tradition.TagTraditions;
import org.florilegium.tag.tradition.Traditions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Scores JSON lines as a pipeline would score documents, without filters. */
@Command(
        name = "score",
        description = {
            "Reads JSON lines {\"id\", \"text\"} and prints for each one its language, scores and traditions.",
            "Scores are those of the whole text: the highest passage for harm and counterfeit labels, the mean for others."
        })
final class ScoreCommand implements Callable<Integer> {
    private static final double MARGIN = 0.05;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Main main;

    @Option(
            names = "--tier",
            paramLabel = "1|2|auto",
            defaultValue = "2",
            converter = TierOption.class,
            description =
                    "Which classifiers score: the fast ones alone, all of them, or the careful ones near a decision, as "
                            + "pipelines do (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private TagSpec.Mode tier;

    @Option(names = "--passages", description = "Print the scores of each passage too.")
    private boolean withPassages;

    /** What is printed for a text. */
    record Answer(
            JsonNode id,
            String language,
            Map<String, LabelScore> scores,
            List<Attribution> traditions,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<PassageAnswer> passages) {}

    /** What is printed for a passage. */
    record PassageAnswer(
            int start, int end, int tier, String stance, List<String> conflicts, Map<String, LabelScore> scores) {}

    /** What is printed for a label. */
    record LabelScore(double p, double lo, double hi, String call) {}

    @Override
    public Integer call() throws IOException {
        TagSpec spec = new TagSpec(Home.classifiers().toString(), tier, MARGIN, 0, 0);
        LanguageIdentifier languages = new LanguageIdentifier();
        Segmenter segmenter = new Segmenter(SegmentSpec.defaults());
        TagTraditions traditions = new TagTraditions(Traditions.read(Home.traditions()));
        try (ScoreText scorer = ScoreText.open(spec, new OnnxTaggers())) {
            traditions.open();
            return JsonLines.answer(main.console(), line -> {
                JsonLines.Asked asked = JsonLines.Asked.of(line);
                String language = languages.identify(asked.text()).language();
                List<Passage> cut = segmenter.passages(asked.text()).stream()
                        .map(span -> Passage.untagged(span.start(), span.end(), ""))
                        .toList();
                List<ScoreText.Scored> passages = scorer.passages(asked.text(), language, cut);
                return Json.line(new Answer(
                        asked.id(),
                        language,
                        scores(scorer.whole(asked.text(), passages)),
                        attributions(traditions, asked.text(), language, cut),
                        withPassages
                                ? passages.stream().map(ScoreCommand::answer).toList()
                                : null));
            });
        } finally {
            traditions.close();
        }
    }

    private static List<Attribution> attributions(
            TagTraditions step, String text, String language, List<Passage> passages) {
        Document document = Document.extracted(
                        Content.of(text, "").withLanguage(language, "Zyyy", 0),
                        Provenance.of(new Origin("stdin", "", "", "", "", "", "", ""), Declared.NOTHING))
                .withTags(Tags.NONE.withPassages(passages));
        return step.apply(document) instanceof Outcome.Kept kept
                ? kept.documents().get(0).tags().traditions()
                : List.of();
    }

    private static PassageAnswer answer(ScoreText.Scored scored) {
        return new PassageAnswer(
                scored.passage().start(),
                scored.passage().end(),
                scored.scores().tier().number(),
                scored.stance(),
                scored.conflicts(),
                scores(scored.scores().scores()));
    }

    private static Map<String, LabelScore> scores(Map<String, Score> scores) {
        Map<String, LabelScore> answers = new TreeMap<>();
        scores.forEach((label, score) -> answers.put(
                label,
                new LabelScore(score.p(), score.lo(), score.hi(), score.call().word())));
        return answers;
    }
}
