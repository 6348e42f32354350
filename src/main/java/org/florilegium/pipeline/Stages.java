package org.florilegium.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.florilegium.decontaminate.Decontaminate;
import org.florilegium.dedup.SketchDocument;
import org.florilegium.document.DocumentId;
import org.florilegium.document.Lineage;
import org.florilegium.extract.ExtractText;
import org.florilegium.extract.IdentifyLanguage;
import org.florilegium.extract.Normalize;
import org.florilegium.filter.ApplyRecipes;
import org.florilegium.filter.HonourConsent;
import org.florilegium.filter.address.BlockAddresses;
import org.florilegium.filter.redact.RedactPersonalData;
import org.florilegium.flow.Extractor;
import org.florilegium.flow.Step;
import org.florilegium.flow.StepChain;
import org.florilegium.segment.SegmentDocument;
import org.florilegium.source.SourceSpec;
import org.florilegium.spec.PipelineSpec;
import org.florilegium.tag.LabelSpec;
import org.florilegium.tag.TagPassages;
import org.florilegium.tag.TagSpec;
import org.florilegium.tag.onnx.OnnxTaggers;
import org.florilegium.tag.tradition.TagTraditions;
import org.florilegium.tag.tradition.Traditions;

/** The stages of a pipeline file, in the order in which documents meet them. */
public final class Stages {
    /** Names by which accounting counts, in order. */
    public static final List<String> NAMES = List.of(
            "source",
            "extract",
            "normalize",
            "identify",
            "filter",
            "redact",
            "dedup",
            "decontaminate",
            "segment",
            "tag",
            "cluster",
            "decide",
            "rebalance",
            "write");

    private final PipelineSpec spec;
    private final Extractor extractor;
    private final List<Step> before;
    private final List<Step> after;
    private final TagPassages tagger;
    private final Traditions traditions;

    /**
     * @param temp folder for what parsers spill
     * @throws IllegalArgumentException when a classifier or the tradition file is missing or does not hold what its card
     *     says, naming file, field and value
     */
    public Stages(PipelineSpec spec, Path temp) {
        this.spec = spec;
        this.extractor = new ExtractText(spec.extract().withTemporaryFolder(temp.toString()));
        this.tagger = new TagPassages(spec.tag(), new OnnxTaggers(spec.tag().device()));
        this.traditions =
                spec.tag().mode() == TagSpec.Mode.NONE ? Traditions.NONE : Traditions.read(Path.of(spec.traditions()));
        this.before = List.of(
                new Normalize(spec.normalize()),
                new IdentifyLanguage(spec.identify()),
                new HonourConsent(
                        spec.sources().stream().collect(Collectors.toMap(SourceSpec::name, SourceSpec::honour))),
                new BlockAddresses(spec.filter().addresses()),
                new ApplyRecipes(spec.filter()),
                new RedactPersonalData(spec.redact()),
                new SketchDocument(spec.dedup()));
        this.after = List.of(
                new Decontaminate(spec.decontaminate()),
                new SegmentDocument(spec.segment()),
                new TagTraditions(traditions),
                tagger);
    }

    public PipelineSpec spec() {
        return spec;
    }

    public Extractor extractor() {
        return extractor;
    }

    /** The steps that see whole documents before duplicates are known. */
    public StepChain beforeDedup() {
        return new StepChain(before);
    }

    /** The steps on documents that are each there once. */
    public StepChain afterDedup() {
        return new StepChain(after);
    }

    /** Installed labels in their published order. */
    public List<String> labels() {
        return tagger.labels().names();
    }

    /** Those of the labels whose figures are good enough to decide by. */
    public Set<String> calibrated() {
        return tagger.labels().statuses().entrySet().stream()
                .filter(entry -> entry.getValue() == LabelSpec.Status.CALIBRATED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Digests of the models, by classifier. */
    public Map<String, String> modelDigests() {
        return tagger.modelDigests();
    }

    public Traditions traditions() {
        return traditions;
    }

    /** Digest of all that can change a row of the reservoir: not paths, engine, parallelism or time. */
    public String ingestDigest() {
        List<String> parts = new ArrayList<>();
        parts.add(lineage(extractor.lineage()));
        before.forEach(step -> parts.add(lineage(step.lineage())));
        after.forEach(step -> parts.add(lineage(step.lineage())));
        for (SourceSpec source : spec.sources()) {
            parts.add(String.join(
                    "|",
                    source.name(),
                    source.kind(),
                    source.licence(),
                    source.consent(),
                    source.declared().toString(),
                    source.textField(),
                    source.textMediaType(),
                    source.idField(),
                    source.titleField(),
                    source.compression()));
        }
        parts.add(String.join(",", labels()));
        return DocumentId.sha256Hex(String.join("\n", parts));
    }

    private static String lineage(Lineage stage) {
        return String.join("|", stage.stage(), stage.version(), stage.configDigest(), stage.modelDigest());
    }
}
