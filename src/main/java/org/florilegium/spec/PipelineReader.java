package org.florilegium.spec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.openhft.hashing.LongHashFunction;
import org.florilegium.curate.Aggregation;
import org.florilegium.curate.CurateSpec;
import org.florilegium.decontaminate.DecontaminateSpec;
import org.florilegium.decontaminate.EvaluationSet;
import org.florilegium.dedup.DedupSpec;
import org.florilegium.extract.ExtractSpec;
import org.florilegium.extract.IdentifySpec;
import org.florilegium.extract.NormalizeSpec;
import org.florilegium.filter.FilterSpec;
import org.florilegium.filter.redact.RedactSpec;
import org.florilegium.segment.SegmentSpec;
import org.florilegium.source.SourceSpec;
import org.florilegium.tag.Device;
import org.florilegium.tag.TagSpec;

/** Turns the tree of a pipeline file into its spec; every section is read before the first fault is reported. */
final class PipelineReader {
    private static final long DEFAULT_SHARD_BYTES = 128L << 20;

    private final Path file;
    private final Path home;
    private final List<Fault> faults = new ArrayList<>();

    PipelineReader(Path file, Path home) {
        this.file = file;
        this.home = home;
    }

    PipelineSpec read(Map<String, String> settings) throws InvalidFileException {
        ObjectNode tree = YamlFile.read(file, settings);
        Section root = new Section("", tree, faults);
        String name = root.required("pipeline", "give the pipeline a short name, for example folder");
        String seed = root.text("seed", "florilegium");
        String input = root.text("input", "");
        String output = root.required("output", "name a folder, or use --set output=DIR");
        List<SourceSpec> sources = sources(root, input);
        Optional<ExtractSpec> extract = extract(root.section("extract"));
        Optional<NormalizeSpec> normalize = normalize(root.section("normalize"));
        Optional<IdentifySpec> identify = identify(root.section("identify"));
        Optional<FilterSpec> filter = new FilterReader(this::resolve).read(root.section("filter"), root);
        Optional<RedactSpec> redact = redact(root.section("redact"));
        Optional<DecontaminateSpec> decontaminate = decontaminate(root.section("decontaminate"));
        Optional<DedupSpec> dedup = dedup(root.section("dedup"));
        Section tagging = root.section("tag");
        boolean tagged = !tagging.text("policy", "").equals("none");
        Optional<SegmentSpec> segment = segment(root.section("segment"), tagged);
        String traditions = resolve(tagging.text("traditions", "pipelines/traditions.yaml"));
        Optional<TagSpec> tag = tag(tagging, seed);
        Optional<CurateSpec> curate = curate(root.section("curate"));
        Section write = root.section("write");
        long shardBytes = write.wholeLong("shard_bytes", DEFAULT_SHARD_BYTES);
        if (shardBytes < 1) {
            write.fault("shard_bytes", "must be 1 or more, was " + shardBytes);
        }
        write.reportUnknownKeys();
        Optional<StreamSpec> stream = stream(root.section("stream"));
        root.reportUnknownKeys();
        if (!faults.isEmpty()) {
            throw new InvalidFileException(file.toString(), faults);
        }
        return new PipelineSpec(
                name,
                seed,
                output,
                sources,
                extract.orElseThrow(),
                normalize.orElseThrow(),
                identify.orElseThrow(),
                filter.orElseThrow(),
                redact.orElseThrow(),
                decontaminate.orElseThrow(),
                dedup.orElseThrow(),
                segment.orElseThrow(),
                tag.orElseThrow(),
                traditions,
                curate.orElseThrow(),
                shardBytes,
                stream.orElseThrow());
    }

    private List<SourceSpec> sources(Section root, String input) {
        List<SourceSpec> sources = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Section section : root.sections("sources")) {
            source(section, input).ifPresent(source -> {
                if (names.contains(source.name())) {
                    section.fault("name", "must be unique, was '" + source.name() + "' twice");
                }
                names.add(source.name());
                kinds.add(source.kind());
                sources.add(source);
            });
        }
        if (root.tree("sources").isEmpty()) {
            root.fault("sources", "is missing; list at least one source with a name, a kind and a path");
        }
        if (kinds.stream().distinct().count() > 1) {
            root.fault("sources", "must all be of kind files or all of kind kafka; use one pipeline for each");
        }
        return sources;
    }

    private Optional<SourceSpec> source(Section section, String input) {
        List<String> paths = new ArrayList<>();
        for (String path : section.texts("path", List.of())) {
            if (path.contains("${input}") && input.isEmpty()) {
                section.fault("path", "uses ${input}, which is not set; use --set input=DIR");
            }
            paths.add(input.isEmpty() ? path : path.replace("${input}", input));
        }
        return section.build(() -> new SourceSpec(
                section.text("name", ""),
                section.text("kind", "files"),
                paths,
                section.texts("include", List.of()),
                section.texts("exclude", List.of()),
                section.text("root", "").replace("${input}", input),
                section.text("licence", ""),
                section.text("consent", ""),
                section.texts("honour", List.of()),
                section.text("tradition", ""),
                section.text("region", ""),
                section.text("voice", ""),
                section.text("language", ""),
                section.text("text_field", "text"),
                section.text("text_media_type", "text/plain"),
                section.text("id_field", "id"),
                section.text("title_field", "title"),
                section.text("compression", "auto"),
                section.text("bootstrap_servers", ""),
                section.text("topic", "")));
    }

    private Optional<ExtractSpec> extract(Section section) {
        ExtractSpec otherwise = ExtractSpec.defaults();
        int bytes = section.whole("max_bytes", otherwise.maxBytes());
        int characters = section.whole("max_characters", otherwise.maxCharacters());
        int seconds = section.whole("timeout_seconds", otherwise.timeoutSeconds());
        return section.build(() -> new ExtractSpec(bytes, characters, seconds, ""));
    }

    private Optional<NormalizeSpec> normalize(Section section) {
        boolean repair =
                section.flag("repair_mojibake", NormalizeSpec.defaults().repairMojibake());
        boolean asRead = section.word("form", "nfc", List.of("nfc", "as_read")).equals("as_read");
        return section.build(
                () -> new NormalizeSpec(asRead ? NormalizeSpec.Form.AS_READ : NormalizeSpec.Form.NFC, repair));
    }

    private Optional<IdentifySpec> identify(Section section) {
        IdentifySpec otherwise = IdentifySpec.defaults();
        boolean enabled = section.flag("enabled", otherwise.enabled());
        double trust = section.number("trust_declared", otherwise.trustDeclared());
        return section.build(() -> new IdentifySpec(enabled, trust));
    }

    private Optional<RedactSpec> redact(Section section) {
        List<String> kinds = section.texts("kinds", RedactSpec.defaults().kinds());
        return section.build(() -> new RedactSpec(kinds));
    }

    private Optional<DedupSpec> dedup(Section section) {
        DedupSpec otherwise = DedupSpec.defaults();
        int bands = section.whole("bands", otherwise.bands());
        int rows = section.whole("rows", otherwise.rows());
        int shingle = section.whole("shingle", otherwise.shingle());
        String hash = section.text("hash", otherwise.hash());
        int precision = section.whole("precision", otherwise.precision());
        int seed = section.whole("seed", otherwise.seed());
        String verify = section.text("verify", otherwise.verify());
        double threshold = section.number("threshold", otherwise.threshold());
        return section.build(() -> new DedupSpec(bands, rows, shingle, hash, precision, seed, verify, threshold));
    }

    private Optional<TagSpec> tag(Section section, String seed) {
        String classifiers = resolve(section.text("classifiers", "classifiers"));
        String policy = section.word("policy", "auto", List.of("none", "tier1", "auto", "all"));
        TagSpec otherwise = TagSpec.of(classifiers, LongHashFunction.xx3().hashChars(seed));
        double margin = section.number("margin", otherwise.margin());
        double audit = section.number("audit_share", otherwise.auditShare());
        String device = section.text("device", "cpu");
        return section.build(() ->
                new TagSpec(classifiers, TagSpec.Mode.of(policy), margin, audit, otherwise.seed(), Device.of(device)));
    }

    private Optional<CurateSpec> curate(Section section) {
        CurateSpec otherwise = CurateSpec.defaults();
        List<String> words = java.util.Arrays.stream(Aggregation.values())
                .map(Aggregation::word)
                .toList();
        String aggregation = section.word("aggregation", otherwise.aggregation().word(), words);
        List<String> profiles =
                section
                        .texts(
                                "profiles",
                                otherwise.profiles().stream()
                                        .map(path -> "pipelines/" + path)
                                        .toList())
                        .stream()
                        .map(this::resolve)
                        .toList();
        double budget = section.number("budget", otherwise.budget());
        int copies = section.whole("max_copies", otherwise.maxCopies());
        int epochs = section.whole("epochs", otherwise.epochs());
        double share = section.number("max_source_share", otherwise.maxSourceShare());
        return section.build(() -> new CurateSpec(
                Aggregation.valueOf(aggregation.toUpperCase(java.util.Locale.ROOT)),
                profiles,
                budget,
                copies,
                epochs,
                share));
    }

    private Optional<StreamSpec> stream(Section section) {
        int window = section.whole("window_seconds", 10);
        int checkpoint = section.whole("checkpoint_seconds", 10);
        return section.build(() -> new StreamSpec(window, checkpoint));
    }

    private Optional<SegmentSpec> segment(Section section, boolean tagged) {
        SegmentSpec otherwise = SegmentSpec.defaults();
        int part = section.whole("max_part_characters", otherwise.maxPartCharacters());
        int least = section.whole("min_words", otherwise.minWords());
        int target = section.whole("target_words", otherwise.targetWords());
        int most = section.whole("max_words", otherwise.maxWords());
        boolean passages = section.flag("passages", tagged);
        return section.build(() -> new SegmentSpec(part, passages, least, target, most));
    }

    private Optional<DecontaminateSpec> decontaminate(Section section) {
        List<EvaluationSet> sets = new ArrayList<>();
        for (Section set : section.sections("sets")) {
            String name = set.required("name", "name the evaluation set");
            String path = resolve(set.required("path", "name a folder of .jsonl or .txt files"));
            List<String> fields = set.texts("fields", EvaluationSet.of("x", "x").fields());
            set.build(() -> new EvaluationSet(name, path, fields)).ifPresent(sets::add);
        }
        int words = section.whole("words", DecontaminateSpec.defaults().words());
        return section.build(() -> new DecontaminateSpec(sets, words));
    }

    /** Paths of the project's own files are relative to its home where they are not there relative to the caller. */
    private String resolve(String path) {
        return java.nio.file.Files.exists(Path.of(path))
                ? path
                : home.resolve(path).toString();
    }
}
